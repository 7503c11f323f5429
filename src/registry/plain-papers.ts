// Papers of a list whose file says nothing of itself.
import type { Papers } from '../model/registry.ts';

const VALID_DAYS = 365;

/** Named after its file, issued by nobody known, used for a year. @param at when it was imported, ISO 8601 */
export function plainPapers(file: string, at: string): Papers {
  const madeOn = at.slice(0, 10);
  return {
    title: (file.trim() === '' ? 'Daftar ASN' : file).slice(0, 200),
    issuer: 'tidak disebutkan',
    legalBasis: '',
    region: null,
    stage: '',
    users: '',
    madeOn,
    expiresOn: new Date(Date.parse(`${madeOn}T00:00:00Z`) + VALID_DAYS * 86_400_000).toISOString().slice(0, 10),
  };
}
