// Words and looks of the picking layer.
interface PickWords {
  readonly help: string;
  readonly nothing: string;
  readonly 'too-big': string;
  readonly picked: string;
  readonly title: string;
}

export const PICK_WORDS: { readonly id: PickWords; readonly en: PickWords } = {
  id: {
    title: 'Netra: pilih bagian halaman',
    help: 'Pilih satu bagian: klik, atau Tab lalu Enter. Roda tetikus atau ↑ ↓: lebih luas, lebih sempit. Esc: batal.',
    nothing: 'Belum ada bagian yang dipilih. Arahkan penunjuk ke bagian itu, atau tekan Tab.',
    'too-big': 'Bagian ini terlalu besar. Pilih yang lebih sempit (↓).',
    picked: 'Bagian ini dipilih. Lanjutkan di panel Netra.',
  },
  en: {
    title: 'Netra: pick a part of the page',
    help: 'Pick one part: click, or Tab and Enter. Mouse wheel or ↑ ↓: wider, narrower. Esc: cancel.',
    nothing: 'Nothing is picked yet. Point at the part, or press Tab.',
    'too-big': 'This part is too big. Pick a narrower one (↓).',
    picked: 'This part is picked. Go on in the Netra panel.',
  },
};

export const PICK_STYLE = `
iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; margin: 0; padding: 0; background: transparent; color-scheme: light; }
.outline { position: absolute; left: 0; top: 0; box-sizing: border-box; pointer-events: none; border: 3px solid #0b4f6c; border-radius: 4px;
  outline: 2px solid #f5a800; background: rgb(245 168 0 / .14); }
.resting { border-style: dashed; background: none; }
.bar { position: absolute; left: 50%; bottom: 16px; transform: translateX(-50%); box-sizing: border-box; width: max-content; max-width: min(92vw, 720px);
  margin: 0; padding: 10px 16px; pointer-events: none; font: 600 14px/1.45 system-ui, sans-serif; color: #fff; background: #10222b;
  border: 2px solid #f5a800; border-radius: 8px; }
.bar.top { bottom: auto; top: 16px; }
.bar.small { font-size: 13px; padding: 6px 12px; }
`;
