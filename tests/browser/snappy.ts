// What Snappy packed: LevelDB's tables, and the values of Firefox's IndexedDB.

/** What Snappy packed. @throws RangeError where it is none */
export function unpack(packed: Buffer): Buffer {
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = packed[at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  const out = Buffer.alloc(varint());
  let end = 0;
  while (at < packed.length) {
    const tag = packed[at++] ?? 0;
    if ((tag & 3) === 0) {
      let length = tag >> 2;
      if (length >= 60) {
        const bytes = length - 59;
        length = packed.readUIntLE(at, bytes);
        at += bytes;
      }
      length += 1;
      packed.copy(out, end, at, at + length);
      at += length;
      end += length;
      continue;
    }
    let length = (tag >> 2) + 1;
    let back = 0;
    if ((tag & 3) === 1) {
      length = ((tag >> 2) & 7) + 4;
      back = ((tag >> 5) << 8) | (packed[at++] ?? 0);
    } else if ((tag & 3) === 2) {
      back = packed.readUInt16LE(at);
      at += 2;
    } else {
      back = packed.readUInt32LE(at);
      at += 4;
    }
    for (let i = 0; i < length; i++, end++) out[end] = out[end - back] ?? 0;
  }
  return out;
}
