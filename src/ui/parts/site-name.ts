// What a site is called where people read it: its own name, never our short one.
import { PLATFORM_NAMES, type SiteId } from '../../model/account.ts';
import { type Language, say } from '../words.ts';

export function siteName(id: SiteId, language: Language): string {
  return id === 'other' ? say(language, 'review.otherSite') : PLATFORM_NAMES[id];
}
