// What a monitor does in a real Firefox, step by step.
import type { FirefoxPanel, NetraInFirefox } from '../../src/cli/firefox.ts';
import type { TabState } from '../../src/model/messages.ts';
import { KEPT } from './kept.ts';
import { SAY } from './lock-steps.ts';
import { pause } from './support.ts';
import { POST_URL } from './wire-sites.ts';

/** Presses the button whose words begin so, once it is there and can be pressed. @param within a selector */
export async function press(firefox: NetraInFirefox, words: string, within = 'body'): Promise<void> {
  const all = `[...(document.querySelector(${JSON.stringify(within)})?.querySelectorAll('button') ?? [])]`;
  const find = `const b = ${all}.find((one) => one.checkVisibility() && one.textContent.trim().startsWith(${JSON.stringify(words)}));`;
  await firefox.until(
    `${find} if (!b || b.disabled) return false; b.setAttribute('data-test', 'press'); return true;`,
    `to press: ${words}`,
  );
  await firefox.click('button[data-test=press]');
  await firefox.until(`document.querySelector('[data-test=press]')?.removeAttribute('data-test'); return true;`, words);
}

/** Writes into a field as typing would. @param field an expression that gives the element */
export const fill = (firefox: NetraInFirefox, field: string, words: string): Promise<boolean> =>
  firefox.until<boolean>(
    `const i = ${field}; i.value = ${JSON.stringify(words)}; i.dispatchEvent(new Event('input', { bubbles: true })); return true;`,
    `the field ${field}`,
  );

export const sees = (firefox: NetraInFirefox, words: string, within = 'body'): Promise<boolean> =>
  firefox.until<boolean>(
    `return document.querySelector(${JSON.stringify(within)})?.textContent.includes(${JSON.stringify(words)}) === true`,
    words,
  );

export async function turnOnX(firefox: NetraInFirefox): Promise<void> {
  await firefox.goto(`${firefox.origin}settings.html`);
  const turnOn = 'button[aria-label="Nyalakan: X"]';
  await firefox.until(`return document.querySelector('${turnOn}') !== null`, 'the switch of X');
  await firefox.click(turnOn);
  await firefox.until(`return document.querySelector('button[aria-label="Matikan: X"]') !== null`, 'X switched on');
}

/** Brings a list in on the settings page, agreeing with what is proposed. */
export async function importInFirefox(firefox: NetraInFirefox, kind: string, file: string): Promise<void> {
  await firefox.pickFile(`input[data-kind=${kind}]`, file);
  await press(firefox, 'Lanjut');
  if (kind === 'guarded') {
    await fill(firefox, `document.querySelector('input[name=issuer]')`, 'BKPSDM');
    await press(firefox, 'Pakai usulan');
  }
  await press(firefox, 'Mulai membaca');
  await press(firefox, 'Simpan daftar');
  await sees(firefox, 'Daftar disimpan', `fieldset[aria-labelledby=import-${kind}]:not(.wide)`);
}

/** Sets the lock on the settings page. */
export async function lockInFirefox(firefox: NetraInFirefox): Promise<void> {
  const box = 'section[aria-labelledby=kunci]';
  for (const at of [0, 1]) await fill(firefox, `document.querySelectorAll('${box} input[type=password]')[${at}]`, SAY);
  await press(firefox, 'Pasang kunci', box);
  await press(firefox, 'Sudah saya simpan', box);
}

/** What the extension holds of the tab that shows the post. */
export async function stateOf(panel: FirefoxPanel): Promise<TabState | null> {
  const text = await panel.evaluate<string>('window.wrappedJSObject.browser.storage.session.get(null).then((all) => JSON.stringify(all))');
  const states = Object.entries(JSON.parse(text) as Record<string, TabState>);
  return states.find(([key, state]) => key.startsWith('tab:') && state.url === POST_URL)?.[1] ?? null;
}
export const grades = (state: TabState | null) =>
  Object.fromEntries((state?.findings ?? []).map(({ match }) => [match.sighting.actor.name ?? '?', match.grade]));

export async function waitForGrade(panel: FirefoxPanel, who: string, grade: string): Promise<TabState> {
  let state: TabState | null = null;
  for (let i = 0; i < 80; i++) {
    state = await stateOf(panel);
    if (state !== null && grades(state)[who] === grade) return state;
    await pause(150);
  }
  throw new Error(`${who} never had the grade ${grade}: ${JSON.stringify(grades(state))}`);
}
export const idOf = (state: TabState, who: string) => state.findings.find((one) => one.match.sighting.actor.name === who)?.findingId ?? '';

/** Presses "Simpan bukti" on a finding's card; gives what the card says then. */
export async function keep(panel: FirefoxPanel, findingId: string): Promise<string> {
  const card = `document.querySelector('article[aria-labelledby="act-${findingId}"]')`;
  const button = `[...${card}.querySelectorAll('button')].find((one) => one.textContent.trim() === 'Simpan bukti')`;
  await panel.until(`${card} && ${button}`, `the card of ${findingId}`);
  await panel.evaluate(`${button}.click()`);
  await panel.until(`[...${card}.querySelectorAll('button')].every((one) => !one.disabled)`, 'the end of the action');
  return panel.evaluate(`[...${card}.querySelectorAll('[role=status]')].map((one) => one.textContent.trim()).join(' ')`);
}

/** The sealed lines of the extension's log, read from one of its own pages. */
export async function readLog(firefox: NetraInFirefox): Promise<{ seq: number; line: string; canonical: string }[]> {
  const text = await firefox.inOwnPage<string>(`return (async () => { ${KEPT} return JSON.stringify(await kept.rows()); })()`);
  return JSON.parse(text);
}

/** For whatever reads the store or a picture by an expression; the value crosses as text. */
export const readerOf = (firefox: NetraInFirefox) => ({
  evaluate: async <T>(expression: string): Promise<T> =>
    JSON.parse(await firefox.inOwnPage<string>(`return Promise.resolve(${expression}).then((value) => JSON.stringify(value))`)) as T,
});
