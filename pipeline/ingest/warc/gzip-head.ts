/** What the flags of a gzip member say that its head holds (RFC 1952). */
const flag = { checksum: 2, extra: 4, name: 8, comment: 16 } as const;

const fixedLength = 10;

/** Length of the head of a gzip member; null where the bytes begin with none, or break off in it. */
export function gzipHeadLength(bytes: Buffer): number | null {
  if (bytes.length < fixedLength || bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8) return null;
  const flags = bytes[3]!;
  let end = fixedLength;
  if (flags & flag.extra) end += 2 + (end + 2 <= bytes.length ? bytes.readUInt16LE(end) : 0);
  for (const text of [flag.name, flag.comment]) {
    if (!(flags & text)) continue;
    const zero = bytes.indexOf(0, end);
    if (zero === -1) return null;
    end = zero + 1;
  }
  if (flags & flag.checksum) end += 2;
  return end <= bytes.length ? end : null;
}
