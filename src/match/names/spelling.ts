// One way of writing for each part of a name: old spelling, Arabic names in their many Latin spellings, usual abbreviations.

/** Whole parts that are written in several ways. Left: as written (after the old spelling was undone); right: as compared. */
const ALIASES = new Map<string, string>();
const alias = (right: string, left: string) => {
  for (const one of left.split(/\s+/)) ALIASES.set(one, right);
};
alias(
  'muhammad',
  `muh moh mohd mhd mohammad mohamad mohamed muhamad muhammed muhamed mohammed muhamat mokhamad mokhammad mukhamad mukhammad mokh mukh mhmd mokhamat
   muhammmad mohamat mohammat`,
);
alias('ahmad', 'akhmad akhmat ahmat akmad akhamad ahmed');
alias('abdul', 'abd abdu abdoel abdool');
alias('abdullah', 'abdulah abdulloh abduloh');
alias('siti', 'st sitti sity');
alias('wayan', 'wyn');
alias('nyoman', 'nym nym');
alias('ketut', 'kt ktut');
alias('kadek', 'kdk');
alias('gede', 'gd gde');
alias('gusti', 'gst igusti');
alias('putu', 'pt');
alias('nengah', 'ngh');
alias('komang', 'kmg');
alias('daeng', 'dg');
alias('rahman', 'rohman rakhman');
alias('rahim', 'rohim rakhim');
alias('rahmat', 'rohmat rakhmat rahmad rakhmad rochmad rokhmat');
alias('rahmah', 'rohmah rakhmah');
alias('razak', 'rozak rozaq razaq razzaq');
alias('gafur', 'gofur ghofur ghafur gafoor');
alias('kadir', 'kodir qodir qadir');
alias('samad', 'somad shomad');
alias('saleh', 'soleh sholeh shaleh salih');
alias('salehah', 'solehah sholehah shalihah');
alias('khalid', 'kholid halid');
alias('khairul', 'khoirul hairul khaerul');
alias('khairunnisa', 'khoirunnisa khairunisa hairunnisa');
alias('aisyah', 'aisah aisya aisha aysyah aesyah');
alias('fatimah', 'fatima patimah');
alias('yusuf', 'yusup yusof jusuf jusup');
alias('taufik', 'taufiq topik taopik');
alias('syafii', 'syafei syafie safii');
alias('lestari', 'lestary');
alias('dewi', 'dewy');
alias('sri', 'srie');
alias('joko', 'djoko');
alias('wahyu', 'wahju');
alias('yanti', 'janti');
alias('yuli', 'juli');
alias('kristina', 'christina');
alias('yohanes', 'johanes johannes yohannes');
alias('boru', 'br');
alias('baiq', 'bq');

/** Where the old spelling shows itself, a "j" is today's "y"; elsewhere it is today's "j". */
const OLD = /dj|tj|sj|oe/;

function toNewSpelling(text: string): string {
  if (!OLD.test(text)) return text;
  return text
    .replaceAll('dj', '\u0001')
    .replaceAll('tj', 'c')
    .replaceAll('sj', 'sy')
    .replaceAll('j', 'y')
    .replaceAll('\u0001', 'j')
    .replaceAll('oe', 'u');
}

/** Few parts make up most names: a list of millions is read in a third of the time. */
function remembered(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const made = make(text);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, made);
    return made;
  };
}
const MOST_KNOWN = 20_000;

/** Letters only, lower case, no accents, today's spelling, abbreviations written out. */
export const toPlainPart = remembered((written) => {
  const letters = written
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’‘`´ʼ]/gu, '')
    .toLowerCase();
  const today = toNewSpelling(letters);
  const plain = ALIASES.get(today.replaceAll('ch', 'kh')) ?? ALIASES.get(letters) ?? today;
  // "Abdurrahman", "Abdussalam": the article's sound has gone over into the next letter.
  const joined = /^abdu(?:l|([rstnzd])\1?(?=[aeiou])|(?=r{1,2}[ao]))(.{3,})$/.exec(plain);
  if (plain !== 'abdullah' && joined !== null) {
    const rest = `${joined[1] ?? ''}${joined[2] ?? ''}`;
    return `abdul${ALIASES.get(rest) ?? rest}`;
  }
  return plain;
});

/** Whether two parts are spellings of one sound: doubled letters, a silent h, z/s, v/f, q/k, y/i; "ch" is "kh", "c" or "h" (Chairul, Chandra, Bachri). */
export function isSameSound(one: string, other: string): boolean {
  const [ours, theirs] = [soundsOf(one), soundsOf(other)];
  return ours.some((sound) => theirs.includes(sound));
}

function soundsOf(plain: string): string[] {
  return plain.includes('ch') ? ['kh', 'c', 'h'].map((now) => toSound(plain.replaceAll('ch', now))) : [toSound(plain)];
}

function toSound(plain: string): string {
  return plain
    .replace(/x/g, 'ks')
    .replace(/kh/g, 'k')
    .replace(/(?<=.)h(?![aeiou])|(?<=[bcdfgjklmnpqrstvwyz])h/g, '')
    .replace(/sy/g, 's')
    .replace(/[zs]/g, 's')
    .replace(/v/g, 'f')
    .replace(/q/g, 'k')
    .replace(/ie/g, 'i')
    .replace(/y/g, 'i')
    .replace(/(.)\1+/g, '$1');
}

/** Coarser still, for finding only: what is found is compared by the finer rules afterwards. */
export const toFindingSound = remembered((plain) =>
  toSound(plain.replaceAll(/[ck]h(?=[rlmn])/g, 'h').replaceAll('ch', 'k'))
    .replace(/c/g, 'k')
    .replace(/[fp]/g, 'p')
    .replace(/(?<=.)h/g, '')
    .replace(/(.)\1+/g, '$1'),
);
