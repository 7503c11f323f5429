// A campaign row's facts as short texts. Names stay out of filled sentences: a list may write anything into them.
import type { WatchedAccount, WatchedWord } from '../../model/account.ts';
import { type Language, say } from '../words.ts';

const toDay = (language: Language, day: string) =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(language === 'id' ? 'id-ID' : 'en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });

/** What the list states beside name, office and region, each part on its own; [] if nothing. `office` speaks for itself where it is there. */
export function toCampaignFacts(language: Language, row: WatchedAccount | WatchedWord): string[] {
  const { kind, seat, number, standings = [], active = [], markedAt } = row;
  const official = 'official' in row ? row.official : null;
  return [
    kind === undefined ? '' : say(language, `target.${kind}`),
    seat === undefined || row.office !== '' ? '' : say(language, `seat.${seat}`),
    number === undefined ? '' : say(language, 'campaign.number', { n: number }),
    ...standings.map(({ standing, since }) => {
      const name = say(language, `standing.${standing}`);
      return since === null ? name : say(language, 'campaign.since', { standing: name, day: toDay(language, since) });
    }),
    official === null ? '' : say(language, official ? 'campaign.official' : 'campaign.notOfficial'),
    ...active.map(({ from, to }) =>
      say(language, from === null ? 'campaign.to' : to === null ? 'campaign.from' : 'campaign.between', {
        from: from === null ? '' : toDay(language, from),
        to: to === null ? '' : toDay(language, to),
      }),
    ),
    markedAt === undefined ? '' : say(language, 'campaign.own'),
  ].filter((part) => part !== '');
}

/** Party and team names as the list writes them. */
export function toCampaignNames({ parties = [], team, candidate }: WatchedAccount | WatchedWord): string[] {
  return [...parties, ...(team === undefined ? [] : [team])].filter((name) => name !== candidate);
}
