// npm start: the demonstration, or with --browse a visible browser with the extension for browsing by hand.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchNetra } from './chromium.ts';
import { runDemo } from './demo/run.ts';
import { buildExtension, projectFolder } from './steps.ts';

const { values } = parseArgs({ options: { browse: { type: 'boolean', default: false } } });
// NETRA_BUILD=skip uses the extension as it was last built; NETRA_OUT is another folder for what the demonstration leaves.
if (process.env['NETRA_BUILD'] !== 'skip' && !buildExtension('chrome')) process.exit(1);

if (values.browse) {
  if (process.platform === 'linux' && process.env['DISPLAY'] === undefined && process.env['WAYLAND_DISPLAY'] === undefined) {
    process.stderr.write('Tidak ada layar di komputer ini, jadi peramban tidak dapat ditampilkan. Jalankan dari sesi desktop.\n');
    process.exit(1);
  }
  const netra = await launchNetra({
    sites: () => null,
    allowed: [],
    headed: true,
    open: true,
    profile: join(projectFolder, 'out/peramban'),
  });
  process.stdout.write('Peramban dengan Netra terbuka. Klik ikon Netra di bilah alat untuk mulai; tutup jendelanya untuk mengakhiri.\n');
  await new Promise<void>((done) => netra.context.on('close', () => done()));
} else {
  const out = process.env['NETRA_OUT'] ?? join(projectFolder, 'out');
  for (const name of ['gambar', 'bukti']) rmSync(join(out, name), { recursive: true, force: true });
  process.exit(await runDemo(out));
}
