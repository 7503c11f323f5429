// Words and looks of the marks. Style without class names of the site, in a closed root: it neither takes nor gives any.
import type { Flag } from '../../model/messages.ts';

export interface MarkWords {
  /** An account that only bears a listed name is not called a listed one: it may be anybody's. */
  title(flag: Flag): string;
  why(flag: Flag): string[];
  readonly notice: { readonly reload: string };
}

const quote = (text: string) => `“${text}”`;

export const MARK_WORDS: { readonly id: MarkWords; readonly en: MarkWords } = {
  id: {
    title: ({ grade }) => (grade === 'id' ? 'Akun terdaftar' : 'Nama akun sama: periksa'),
    why: (flag) => [
      flag.grade === 'id' ? 'Nomor akun sama dengan daftar.' : 'Hanya nama akun yang sama dengan daftar: perlu dipastikan.',
      ...flag.reasons.map((reason) =>
        reason.kind === 'author'
          ? `Unggahan akun kampanye ${quote(reason.candidate)}.`
          : reason.kind === 'tag'
            ? `Menandai akun kampanye ${quote(reason.candidate)}.`
            : reason.kind === 'stated'
              ? `Menurut pemantau menyangkut ${quote(reason.candidate)}.`
              : `Memuat kata kampanye ${quote(reason.word ?? '')} (${reason.candidate}).`,
      ),
      'Ini dugaan, bukan putusan. Buka panel Netra untuk menyimpan bukti.',
    ],
    notice: { reload: 'Netra telah diperbarui. Muat ulang halaman ini agar Netra kembali membaca.' },
  },
  en: {
    title: ({ grade }) => (grade === 'id' ? 'Registered account' : 'Same account name: check'),
    why: (flag) => [
      flag.grade === 'id' ? 'The account number equals the list’s.' : 'Only the account name equals the list’s: to be confirmed.',
      ...flag.reasons.map((reason) =>
        reason.kind === 'author'
          ? `A post of campaign account ${quote(reason.candidate)}.`
          : reason.kind === 'tag'
            ? `Tags campaign account ${quote(reason.candidate)}.`
            : reason.kind === 'stated'
              ? `About ${quote(reason.candidate)}, as the monitor states.`
              : `Holds the campaign word ${quote(reason.word ?? '')} (${reason.candidate}).`,
      ),
      'This is an allegation, not a ruling. Open the Netra panel to keep evidence.',
    ],
    notice: { reload: 'Netra was updated. Reload this page so that Netra reads it again.' },
  },
};

export const MARK_STYLE = `
:host { all: initial; position: fixed; inset: 0; z-index: 2147483646; pointer-events: none; }
.mark { position: absolute; left: 0; top: 0; max-width: 280px; pointer-events: auto; font: 600 12px/1.4 system-ui, sans-serif;
  color: #10222b; background: #fff; border: 2px solid #0b4f6c; border-radius: 14px; box-shadow: 0 1px 4px rgb(0 0 0 / .25); }
.unsure { border-style: dashed; border-color: #6b4700; }
.unsure .sign { color: #6b4700; }
.mark[open] { border-radius: 8px; }
summary { list-style: none; display: flex; gap: 6px; align-items: center; min-height: 24px; padding: 0 10px; cursor: pointer; white-space: nowrap; }
summary::-webkit-details-marker { display: none; }
summary:focus-visible { outline: 3px solid #f5a800; outline-offset: 2px; border-radius: 14px; }
.sign { color: #0b4f6c; font-size: 14px; }
.why { padding: 2px 10px 8px; font-weight: 400; white-space: normal; }
.why p { margin: 4px 0 0; }
.outline { position: absolute; left: 0; top: 0; box-sizing: border-box; border: 4px dashed #0b4f6c; border-radius: 8px; box-shadow: 0 0 0 3px #fff; }
.notice { position: absolute; left: 50%; bottom: 16px; transform: translateX(-50%); margin: 0; max-width: 90vw; padding: 10px 16px; pointer-events: auto;
  font: 600 14px/1.4 system-ui, sans-serif; color: #fff; background: #10222b; border: 2px solid #f5a800; border-radius: 8px; }
`;
