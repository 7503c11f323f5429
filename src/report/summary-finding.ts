// One finding of ringkasan.html.
import type { Account, GuardedAccount, RowList } from '../model/account.ts';
import type { Decision, KnownStatement } from '../model/evidence.ts';
import type { Match } from '../model/match.ts';
import type { Target } from '../model/sighting.ts';
import { isProposedRow } from '../model/tie.ts';
import { type Html, html } from './markup.ts';
import { type CaptureRecords, toCapture, toPicture } from './summary-capture.ts';
import { toCorrections, toLater, toTrail } from './summary-later.ts';
import { exact, row, said, shown } from './summary-parts.ts';
import type { Step } from './trail.ts';
import * as words from './words.ts';

/** All that the bundle's records say of one finding. */
export interface FindingRecords {
  readonly captures: readonly CaptureRecords[];
  readonly decisions: readonly { readonly seq: number; readonly decision: Decision }[];
  /** On which day it became known, as the monitor stated. */
  readonly known: readonly { readonly seq: number; readonly known: KnownStatement }[];
  /** Every step of it, oldest first. */
  readonly trail: readonly Step[];
}

/** The section on one finding. @param index from 0 */
export function toFinding({ captures, decisions, known, trail }: FindingRecords, index: number): Html | null {
  const match = captures[0]?.capture.match;
  if (match === undefined) return null;
  const { sighting } = match;
  const target = sighting.action === 'post' ? null : targetWords(match);
  return html`<section class="finding" id="dugaan-${index + 1}">
<p class="eyebrow">Dugaan ${index + 1} · ${words.siteWords(sighting.platform, captures[0]?.capture.page.url ?? '')}${match.hand === undefined ? '' : ' · ditandai manual'}</p>
<h2>${toWho(match)} diduga ${words.actWords(sighting)}${target === null ? null : html` <bdi dir="auto">${words.hideNip(target)}</bdi>`}</h2>
${toByHand(match)}
${match.grade === 'handle' && (match.hand === undefined || match.hand.actorFrom === 'item') ? html`<p class="warn"><strong>Perlu dipastikan.</strong> Hanya nama akun yang sama dengan daftar; nama akun dapat berpindah tangan. Pastikan pemiliknya sebelum bertindak.</p>` : null}
${match.onBothLists ? html`<p class="warn"><strong>Perlu dipastikan.</strong> Akun ini tercantum pula pada daftar akun kampanye.</p>` : null}
${toCorrections(trail)}
${captures[0] === undefined ? null : toPicture(captures[0])}
${toAct(match)}
${toAccounts(match)}
<h3>Mengapa dianggap konten kampanye</h3>
<ul>${match.reasons.map((reason) => html`<li><bdi dir="auto">${words.hideNip(words.reasonWords(reason))}</bdi></li>`)}</ul>
${captures.map((one, i) => toCapture(one, i, captures.length))}
${toKnown(known)}
<h3>Peninjauan</h3>
${
  decisions.length === 0
    ? html`<p>Belum ditinjau.</p>`
    : html`<table><tbody>${decisions.map(
        ({ seq, decision }) =>
          html`<tr><th scope="row">${words.utcWords(decision.decidedAt)}<br>catatan ${seq}</th><td>${words.VERDICT_WORDS[decision.verdict]}${decision.note === '' ? null : said(decision.note)}</td></tr>`,
      )}</tbody></table>`
}
${toLater(trail)}
${toTrail(trail)}
</section>`;
}

/** Every statement, the last one last: a later one does not overwrite. */
function toKnown(known: FindingRecords['known']): Html | null {
  if (known.length === 0) return null;
  return html`<h3>Diketahui menurut pemantau</h3>
<table><tbody>${known.map(({ seq, known: { knownOn, note, statedAt } }) =>
    row(words.dateWords(knownOn), html`dinyatakan ${words.utcWords(statedAt)}, catatan ${seq}${note === '' ? null : said(note)}`),
  )}</tbody></table>`;
}

/**
 * Whose item was acted upon. The author of an answered comment is not recorded unless a list knows them; the post that it stands under is
 * named then, as what it stands under.
 */
function targetWords({ sighting: { post, thread, action } }: Match): string {
  if (post.author !== null) return `akun ${words.accountWords(post.author)}`;
  const what = action === 'follow' ? 'yang tidak tercatat' : `${action === 'reply' ? 'sesuatu ' : ''}yang pembuatnya tidak tercatat`;
  if (thread !== null && thread.author !== null) return `${what}, di bawah kiriman akun ${words.accountWords(thread.author)}`;
  const name = post.id ?? post.url;
  return name === null ? what : `${what} (${post.id === null ? 'tautan' : 'nomor'} ${name})`;
}

/** Who is meant: the account that was seen, or the person whom the monitor chose from the list where no account was. */
function toWho({ sighting, guarded, hand }: Match): Html {
  if (hand === undefined || hand.actorFrom === 'item')
    return html`Akun <bdi dir="auto">${words.hideNip(words.accountWords(sighting.actor))}</bdi>`;
  return html`<bdi dir="auto">${words.hideNip(guarded.person)}</bdi>, yang dipilih pemantau dari daftar,`;
}

function toByHand({ hand }: Match): Html | null {
  if (hand === undefined) return null;
  return html`<div class="warn"><p><strong>Ditandai manual.</strong> Tidak ada pembaca situs yang menguatkannya: siapa, perbuatan, dan sasarannya adalah pernyataan pemantau. ${words.HAND_WORDS[hand.actorFrom]}</p>
${hand.note === '' ? null : html`<p>Yang terlihat menurut pemantau:</p>${said(hand.note)}`}</div>`;
}

function toAct({ sighting }: Match): Html {
  const { reaction, reactionShown, text, post, thread, item } = sighting;
  const reactionWords =
    reaction === null ? null : `${words.REACTION_WORDS[reaction]}${reactionShown === null ? '' : ` (situs menulis: ${reactionShown})`}`;
  return html`<h3>Perbuatan</h3>
<table><tbody>
${row('Perbuatan', `${words.actWords(sighting)}${sighting.promoted ? ' (tampil sebagai iklan)' : ''}`)}
${row('Reaksi', shown(reactionWords))}
${row('Kata-kata akun itu', text === null ? null : said(text))}
${row('Waktu menurut situs', shown(words.joinWords([sighting.shownAt, sighting.at === null ? null : words.utcWords(sighting.at)])) ?? 'tidak ditampilkan situs')}
${row('Tautan perbuatan', exact(item.url))}
${row('Nomor perbuatan', exact(item.id))}
${toTarget('Sasaran', post)}
${thread === null ? null : toTarget('Kiriman induk', thread)}
</tbody></table>`;
}

function toTarget(label: string, { id, url, author, text }: Target): Html {
  return html`${row(`${label}: pembuat`, author === null ? null : shown(words.joinWords([words.accountWords(author), author.handle === null ? null : author.name])))}
${row(`${label}: tautan`, exact(url))}
${row(`${label}: nomor`, exact(id))}
${row(`${label}: isi`, text === null || text === '' ? null : said(text))}`;
}

function toAccounts({ sighting, guarded, grade, hand }: Match): Html {
  const { name, handle, id, url }: Account = sighting.actor;
  return html`<h3>Akun dan daftar pegawai</h3>
<table><tbody>
${row('Nama tampil', shown(name))}
${row('Nama akun', shown(handle === null ? null : `@${handle}`))}
${row('Nomor akun', exact(id))}
${row('Tautan akun', exact(url))}
${row('Menurut daftar, milik', shown(guarded.person))}
${row('Unit kerja', shown(guarded.unit))}
${row('Status', guarded.status)}
${row('Sumber daftar', toSource(guarded))}
${row('Dasar hubungan akun dengan orang', shown(guarded.basis) ?? 'tidak disebutkan dalam daftar')}
${guarded.link === undefined ? null : row('Hubungan akun dengan orang', words.linkWords(guarded.link, isProposedRow(guarded)))}
${guarded.earlierHandles === undefined ? null : row('Nama akun lama menurut daftar', shown(guarded.earlierHandles.map(words.earlierWords).join('; ')))}
${hand === undefined ? null : row('Akun pada daftar', shown(words.listedWords(guarded)))}
${row('Kecocokan akun dengan daftar', hand !== undefined && hand.actorFrom !== 'item' ? 'dipilih oleh pemantau dari daftar' : words.GRADE_WORDS[grade])}
</tbody></table>`;
}

/** Whose list ties the account to the person. Each value stands in its own element: none can pass for its neighbour. */
function toSource(guarded: GuardedAccount): Html | string {
  const { list, alsoOn = [] } = guarded;
  if (list === undefined) return isProposedRow(guarded) ? 'tidak ada: hubungan ini diusulkan pemantau' : 'daftar tidak tercatat';
  if (alsoOn.length === 0) return toPapers(list);
  return html`Tercatat sama dalam ${alsoOn.length + 1} daftar:<ol>${[list, ...alsoOn.map((one) => one.list)].map((one) => html`<li>${toPapers(one)}</li>`)}</ol>`;
}

function toPapers({ title, issuer, legalBasis, region, madeOn, expiresOn }: RowList): Html {
  const unsaid = 'tidak disebutkan';
  return html`${shown(title)}<br>Penerbit: ${shown(issuer)}<br>Dasar: ${shown(legalBasis) ?? unsaid}<br>Wilayah: ${region === null ? unsaid : shown(`${region.name} (kode Kemendagri ${region.code})`)}<br>Dibuat ${words.dateWords(madeOn)}; berlaku sampai ${words.dateWords(expiresOn)}`;
}
