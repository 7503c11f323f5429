// A time-stamping authority for tests: openssl's own, with a throw-away root and a signer under it.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CONFIG = `
[ req ]
distinguished_name = name
prompt = no
[ name ]
CN = Netra test
[ root ]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
[ signer ]
extendedKeyUsage = critical,timeStamping
[ tsa ]
default_tsa = one
[ one ]
dir = .
serial = ./serial
signer_cert = ./tsa.pem
signer_key = ./tsa.key
certs = ./root.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = yes
tsa_name = yes
`;

export interface OpensslAuthority {
  readonly folder: string;
  /** PEM of the root: what somebody who checks an answer takes from the authority. */
  readonly root: string;
  /** Answers a request as it is; a refusal is an answer too. */
  answer(request: Uint8Array): Uint8Array<ArrayBuffer>;
  /** Runs openssl in a folder; what it says, on either channel. */
  run(args: readonly string[], folder?: string): { readonly status: number | null; readonly said: string };
  remove(): void;
}

export function makeAuthority(): OpensslAuthority {
  const folder = mkdtempSync(join(tmpdir(), 'netra-tsa-'));
  const made = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-config', 'tsa.cnf'];
  writeFileSync(join(folder, 'tsa.cnf'), CONFIG);
  writeFileSync(join(folder, 'serial'), '01\n');
  made(
    'req',
    '-x509',
    ...curve,
    '-days',
    '30',
    '-extensions',
    'root',
    '-subj',
    '/CN=Netra test root',
    '-keyout',
    'root.key',
    '-out',
    'root.pem',
  );
  made('req', ...curve, '-subj', '/CN=Netra test authority', '-keyout', 'tsa.key', '-out', 'tsa.csr');
  made(
    'x509',
    '-req',
    '-in',
    'tsa.csr',
    '-CA',
    'root.pem',
    '-CAkey',
    'root.key',
    '-days',
    '30',
    '-extfile',
    'tsa.cnf',
    '-extensions',
    'signer',
    '-out',
    'tsa.pem',
  );
  let count = 0;
  return {
    folder,
    root: join(folder, 'root.pem'),
    answer(request) {
      const name = `r${++count}`;
      writeFileSync(join(folder, `${name}.tsq`), request);
      made('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', `${name}.tsq`, '-out', `${name}.tsr`);
      return new Uint8Array(readFileSync(join(folder, `${name}.tsr`)));
    },
    run(args, where = folder) {
      const { status, stdout, stderr } = spawnSync('openssl', [...args], { cwd: where, encoding: 'utf8' });
      return { status, said: `${stdout}${stderr}` };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
