// Trusted time, put together: the one part of the background that may ask the network, and only whom the user switched on.
import { isAuthorityOn } from '../../src/browser/authority.ts';
import { sendToAuthority } from '../../src/browser/send-to-authority.ts';
import { loadStampMemory, saveStampMemory } from '../../src/browser/stamp-memory.ts';
import { keepStamps } from '../../src/flow/stamp.ts';
import { AUTHORITIES } from '../../src/rules/data/authorities.ts';
import type { EvidenceStore } from '../../src/store/evidence.ts';

export function openStamps({ head, records, append }: Pick<EvidenceStore, 'head' | 'records' | 'append'>) {
  return keepStamps({
    authorities: AUTHORITIES,
    isAllowed: isAuthorityOn,
    send: sendToAuthority,
    load: loadStampMemory,
    save: saveStampMemory,
    head,
    records,
    append: (records, at) => append(records, [], [], at),
    now: () => new Date(),
  });
}
