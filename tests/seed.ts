// Invented input is the same in every run, so that a run that failed can be had again. NETRA_SEED=random looks for new cases.
import fc from 'fast-check';

const asked = process.env['NETRA_SEED'] ?? '20261122';
fc.configureGlobal({ seed: asked === 'random' ? Date.now() % 2 ** 31 : Number(asked) });
