// Reads XML from a stranger as it comes in: no document types, no entities of its own, nothing that grows without an end.
import { SaxesParser } from 'saxes';
import { BrokenTable } from './table.ts';

/** Signs without any tag: a cell of a spreadsheet holds 32,767. */
const MAX_SILENCE = 1_000_000;
const MAX_DEPTH = 60;

/** Names come without their prefix. */
export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

/**
 * Feeds the bytes to the events; gives after each part of them, so that the caller can hand on what has come together.
 * @param where what a message says of the place that was reached
 * @throws BrokenTable where the XML is damaged or hostile
 */
export async function* readXml(bytes: AsyncGenerator<Uint8Array>, events: XmlEvents, where: () => string): AsyncGenerator<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let silence = 0;
  parser.on('doctype', () => {
    throw new BrokenTable(`Berkas Excel ini memuat definisi entitas (DTD)${where()}; buku kerja biasa tidak. Berkas tidak dibaca.`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    silence = 0;
    if (++depth > MAX_DEPTH) throw new BrokenTable(`Berkas Excel bertingkat terlalu dalam${where()}. Berkas tidak dibaca.`);
    events.open(localOf(name), attributes as Readonly<Record<string, string>>);
  });
  parser.on('closetag', ({ name }) => {
    silence = 0;
    depth -= 1;
    events.close(localOf(name));
  });
  const onText = (text: string) => {
    silence = 0;
    events.text(text);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('error', (error) => {
    throw error;
  });
  try {
    for await (const part of bytes) {
      parser.write(decoder.decode(part, { stream: true }));
      silence += part.length;
      if (silence > MAX_SILENCE) throw new BrokenTable(`Satu isi sel lebih dari sejuta huruf${where()}. Berkas tidak dibaca.`);
      yield;
    }
    parser.write(decoder.decode());
    parser.close();
    yield;
  } catch (error) {
    if (error instanceof BrokenTable || (error instanceof DOMException && error.name === 'AbortError')) throw error;
    throw new BrokenTable(`Berkas Excel rusak${where()}. Buka dan simpan ulang di aplikasi lembar kerja, lalu impor lagi.`);
  }
}

const localOf = (name: string) => name.slice(name.indexOf(':') + 1);
