import { platforms } from '../../src/platforms/index.ts';
import { testPlatform } from './contract.ts';

for (const platform of platforms) testPlatform(platform, platforms);
