import type { Exchange, PageContext } from '../../model/platform.ts';
import type { Reading } from '../../model/sighting.ts';
export function readWire(_e: Exchange, _p: PageContext): Reading[] { return []; }
