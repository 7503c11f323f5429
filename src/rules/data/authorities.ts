// Who may be asked for trusted time. Addresses as others publish them: nobody of ours has asked any of them yet.
import type { Authority } from '../../model/stamp.ts';

/** Only authorities with an HTTPS address: the manifest's policy names exactly these hosts. In the order in which they are asked. */
export const AUTHORITIES: readonly Authority[] = [
  {
    id: 'sectigo',
    name: 'Sectigo',
    url: 'https://timestamp.sectigo.com/',
    about: {
      id: 'Penerbit sertifikat (perusahaan). Sertifikat akarnya umumnya sudah ada di sistem operasi.',
      en: 'A certificate company. Its root certificate is usually part of the operating system.',
    },
    sources: [
      { label: 'Uji pihak lain dengan openssl, 26 Agustus 2026', where: 'Mizan, Public RFC 3161 interoperability fixture' },
      { label: 'Uji pihak lain, 6 Oktober 2026', where: 'dpp-seal, tests/live_authority.rs' },
    ],
    confirmed: false,
  },
  {
    id: 'freetsa',
    name: 'freeTSA.org',
    url: 'https://freetsa.org/tsr',
    about: {
      id: 'Layanan gratis perorangan. Sertifikat akarnya buatan sendiri dan harus diambil dari situsnya; mintalah seperlunya.',
      en: 'A private free service. Its root certificate is self-made and has to be taken from its site; asks for light use.',
    },
    sources: [
      { label: 'Uji pihak lain dengan openssl, 26 Agustus 2026', where: 'Mizan, Public RFC 3161 interoperability fixture' },
      { label: 'Daftar server cap waktu', where: 'github.com/Ocead/timestamping docs/servers.md' },
    ],
    confirmed: false,
  },
  {
    id: 'sigstore',
    name: 'Sigstore',
    url: 'https://timestamp.sigstore.dev/api/v1/timestamp',
    about: {
      id: 'Proyek perangkat lunak terbuka. Sertifikat akarnya buatan sendiri, ada dalam trusted_root.json milik Sigstore.',
      en: 'An open-source project. Its root certificate is self-made, in Sigstore’s trusted_root.json.',
    },
    sources: [{ label: 'Dokumentasi pustaka sigstore-tsa 0.14.0', where: 'docs.rs/crate/sigstore-tsa' }],
    confirmed: false,
  },
  {
    id: 'dfn',
    name: 'DFN-Verein',
    url: 'https://zeitstempel.dfn.de/',
    about: {
      id: 'Jaringan riset Jerman; ditujukan bagi lembaga anggotanya. Sertifikat akarnya diambil dari situsnya.',
      en: 'The German research network; meant for its member institutions. Its root certificate is on its site.',
    },
    sources: [
      { label: 'Contoh dalam pengarsip kuis Moodle', where: 'github.com/ngandrass/moodle-quiz_archiver lang/en/quiz_archiver.php' },
    ],
    confirmed: false,
  },
  {
    id: 'globalsign',
    name: 'GlobalSign',
    url: 'https://rfc3161timestamp.globalsign.com/advanced',
    about: {
      id: 'Penerbit sertifikat (perusahaan). Sertifikat akarnya umumnya sudah ada di sistem operasi.',
      en: 'A certificate company. Its root certificate is usually part of the operating system.',
    },
    sources: [{ label: 'Daftar server cap waktu (di sana ditulis http)', where: 'github.com/Ocead/timestamping docs/servers.md' }],
    confirmed: false,
  },
];

/** The one host that is asked for when an authority is switched on, as a match pattern. */
export function patternOf({ url }: Pick<Authority, 'url'>): string {
  return `https://${new URL(url).hostname}/*`;
}
