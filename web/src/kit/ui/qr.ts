/** QR code (ISO/IEC 18004), byte mode, error correction M, versions 1–10: enough for 213 bytes, an address with room to spare. */

// Per version: bytes of correction in a block, number of blocks, data bytes in all.
const shape = [
  [10, 1, 16],
  [16, 1, 28],
  [26, 1, 44],
  [18, 2, 64],
  [24, 2, 86],
  [16, 4, 108],
  [18, 4, 124],
  [22, 4, 154],
  [22, 5, 182],
  [26, 5, 216],
] as const
const centres = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50]]

/** Rows of modules, true is dark. Throws when the text is too long. */
export function qr(text: string): boolean[][] {
  const bytes = new TextEncoder().encode(text)
  const version = shape.findIndex(([, , data], i) => bytes.length + (i < 9 ? 2 : 3) <= data) + 1
  if (!version) throw new RangeError(`too long for a QR code: ${bytes.length} bytes`)
  const drawing = draw(version, interleave(version, payload(version, bytes)))
  let best: { grid: boolean[][]; cost: number } | undefined
  for (let mask = 0; mask < 8; mask++) {
    const grid = masked(drawing, mask)
    const cost = penalty(grid)
    if (!best || cost < best.cost) best = { grid, cost }
  }
  return best!.grid
}

function payload(version: number, bytes: Uint8Array): number[] {
  const room = shape[version - 1]![2]
  const bits: number[] = []
  const push = (value: number, length: number) => {
    for (let i = length - 1; i >= 0; i--) bits.push((value >> i) & 1)
  }
  push(4, 4)
  push(bytes.length, version < 10 ? 8 : 16)
  for (const byte of bytes) push(byte, 8)
  push(0, Math.min(4, room * 8 - bits.length))
  while (bits.length % 8) bits.push(0)
  const words = Array.from({ length: bits.length / 8 }, (_, i) => Number.parseInt(bits.slice(i * 8, i * 8 + 8).join(''), 2))
  for (let pad = 0xec; words.length < room; pad ^= 0xec ^ 0x11) words.push(pad)
  return words
}

const times = (a: number, b: number) => {
  let product = 0
  for (let i = 7; i >= 0; i--) product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((b >> i) & 1) * a)
  return product
}

function correction(data: number[], length: number): number[] {
  const divisor: number[] = [...Array(length - 1).fill(0), 1]
  for (let i = 0, root = 1; i < length; i++, root = times(root, 2))
    for (let j = 0; j < length; j++) divisor[j] = times(divisor[j]!, root) ^ (divisor[j + 1] ?? 0)
  const rest: number[] = Array(length).fill(0)
  for (const byte of data) {
    const factor = byte ^ rest.shift()!
    rest.push(0)
    for (let i = 0; i < length; i++) rest[i]! ^= times(divisor[i]!, factor)
  }
  return rest
}

function interleave(version: number, data: number[]): number[] {
  const [ecc, count, all] = shape[version - 1]!
  const short = Math.floor(all / count)
  const long = all % count
  let from = 0
  const blocks = Array.from({ length: count }, (_, i) => data.slice(from, (from += short + (i >= count - long ? 1 : 0))))
  const checks = blocks.map(block => correction(block, ecc))
  const out: number[] = []
  for (let i = 0; i <= short; i++) for (const block of blocks) if (i < block.length) out.push(block[i]!)
  for (let i = 0; i < ecc; i++) for (const check of checks) out.push(check[i]!)
  return out
}

type Drawing = { grid: boolean[][]; fixed: boolean[][] }

function draw(version: number, words: number[]): Drawing {
  const size = version * 4 + 17
  const blank = () => Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  const grid = blank()
  const fixed = blank()
  const set = (x: number, y: number, dark: boolean) => {
    if (!(grid[y] && x >= 0 && x < size)) return
    grid[y]![x] = dark
    fixed[y]![x] = true
  }
  for (let i = 0; i < size; i++)
    for (const [x, y] of [
      [6, i],
      [i, 6],
    ] as const)
      set(x, y, i % 2 === 0)
  for (const [cx, cy] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    for (let dy = -4; dy <= 4; dy++) for (let dx = -4; dx <= 4; dx++) set(cx + dx, cy + dy, ![2, 4].includes(Math.max(Math.abs(dx), Math.abs(dy))))
  const at = centres[version - 1]!
  const corner = (x: number, y: number) => (x === 6 && y === 6) || (x === 6 && y === at.at(-1)) || (x === at.at(-1) && y === 6)
  for (const y of at)
    for (const x of at)
      if (!corner(x, y))
        for (let dy = -2; dy <= 2; dy++) for (let dx = -2; dx <= 2; dx++) set(x + dx, y + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1)
  for (const [x, y] of formatPlaces(size).flat()) set(x, y, false)
  set(8, size - 8, true)
  if (version >= 7) {
    let rest = version
    for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25)
    const bits = (version << 12) | rest
    for (let i = 0; i < 18; i++) {
      const [a, b] = [size - 11 + (i % 3), Math.floor(i / 3)]
      set(a, b, ((bits >> i) & 1) === 1)
      set(b, a, ((bits >> i) & 1) === 1)
    }
  }
  let bit = 0
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++)
      for (const x of [right, right - 1]) {
        const y = ((right + 1) & 2) === 0 ? size - 1 - step : step
        if (!fixed[y]![x] && bit < words.length * 8) grid[y]![x] = ((words[bit >> 3]! >> (7 - (bit++ & 7))) & 1) === 1
      }
  }
  return { grid, fixed }
}

/** Where the 15 format bits stand, twice, from the lowest bit. */
function formatPlaces(size: number): [number, number][][] {
  const first: [number, number][] = [
    ...[0, 1, 2, 3, 4, 5, 7, 8].map(y => [8, y] as [number, number]),
    ...[7, 5, 4, 3, 2, 1, 0].map(x => [x, 8] as [number, number]),
  ]
  const second = Array.from({ length: 15 }, (_, i): [number, number] => (i < 8 ? [size - 1 - i, 8] : [8, size - 15 + i]))
  return [first, second]
}

const masks: ((x: number, y: number) => number)[] = [
  (x, y) => (x + y) % 2,
  (_, y) => y % 2,
  x => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
]

function masked({ grid, fixed }: Drawing, mask: number): boolean[][] {
  const out = grid.map((row, y) => row.map((dark, x) => (fixed[y]![x] ? dark : dark !== (masks[mask]!(x, y) === 0))))
  let rest = mask // level M is 00
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >> 9) * 0x537)
  const bits = ((mask << 10) | rest) ^ 0x5412
  for (const places of formatPlaces(grid.length)) for (const [i, [x, y]] of places.entries()) out[y]![x] = ((bits >> i) & 1) === 1
  return out
}

/** The standard's four rules: runs, blocks, false finders, balance. */
function penalty(grid: boolean[][]): number {
  const size = grid.length
  const lines = [...grid, ...grid.map((_, x) => grid.map(row => row[x]!))].map(line => line.map(Number).join(''))
  const runs = lines.flatMap(line => line.match(/0{5,}|1{5,}/g) ?? []).reduce((sum, run) => sum + run.length - 2, 0)
  const finders = lines.reduce((sum, line) => sum + (line.match(/(?=10111010000|00001011101)/g)?.length ?? 0) * 40, 0)
  let blocks = 0
  let dark = 0
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const here = grid[y]![x]!
      dark += Number(here)
      if (grid[y]![x + 1] === here && grid[y + 1]?.[x] === here && grid[y + 1]?.[x + 1] === here) blocks += 3
    }
  return runs + finders + blocks + Math.floor(Math.abs((dark * 20) / (size * size) - 10)) * 10
}
