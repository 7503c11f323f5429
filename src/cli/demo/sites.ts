// The sites of the demonstration, in the order in which they are visited.
import { facebook } from './facebook.ts';
import { instagram } from './instagram.ts';
import type { DemoSite } from './site.ts';
import { threads } from './threads.ts';
import { tiktok } from './tiktok.ts';
import { x } from './x.ts';
import { youtube } from './youtube.ts';

export const demoSites: readonly DemoSite[] = [x, facebook, tiktok, youtube, instagram, threads];
