// Where things lie in a backup, in the order in which they follow each other.

const FOLDER = 'netra-cadangan/';

export const BACKUP = {
  head: `${FOLDER}kepala.json`,
  signature: `${FOLDER}kepala.json.sshsig`,
  readme: `${FOLDER}baca-saya.txt`,
  heir: `${FOLDER}kunci-penerus.pem`,
  links: `${FOLDER}tautan.ndjson`,
  lists: `${FOLDER}daftar.json`,
  settings: `${FOLDER}pengaturan.json`,
} as const;

/** SSHSIG namespace of the head's signature. */
export const BACKUP_NAMESPACE = 'netra-backup';

/** Small files that the signed head lists, in their order. */
export const LISTED: readonly string[] = [BACKUP.heir, BACKUP.links, BACKUP.lists, BACKUP.settings];

export const pageName = (first: number): string => `${FOLDER}catatan/${String(first).padStart(9, '0')}.ndjson`;
export const blobName = (hash: string): string => `${FOLDER}berkas/${hash}`;
/** A picture of a profile, taken when a tie was proposed. */
export const pictureName = (hash: string): string => `${FOLDER}gambar-tautan/${hash}`;
/** An empty file that says: this one was gone already. */
export const goneName = (hash: string): string => `${FOLDER}hilang/${hash}`;

/** What a person reads who has opened the file without Netra. */
export function toBackupReadme(madeAt: string, software: string, size: number): string {
  return [
    `Cadangan Netra, dibuat ${madeAt} oleh ${software}: ${size} baris catatan.`,
    'Untuk memulihkan: pasang Netra di peramban baru, lalu Pengaturan > Cadangan > Pulihkan, dan pilih berkas .age yang asli.',
    'Tanpa Netra: age -d BERKAS.age | tar x',
    'kunci-penerus.pem adalah kunci RAHASIA: siapa pun yang memegangnya dapat meneruskan catatan ini. Hapus salinan yang terbuka.',
    'catatan/: baris rantai dan isinya. berkas/: gambar dan sumber, bernama sidik SHA-256 masing-masing.',
    'Daftar pegawai TIDAK ada di sini; hanya surat-suratnya. Ambil lagi dari berkas kantor yang menerbitkannya.',
    'Semua isi adalah dugaan, bukan putusan.',
    '',
  ].join('\n');
}
