/** What the phone's canvas makes of a picture before anything leaves the phone: smaller, without EXIF, with the hour and the place it was taken for. */

const longSide = 1600
const quality = 0.8

/** Width and height after shrinking; never enlarged. */
export function shrunk(width: number, height: number, most = longSide): [number, number] {
  const scale = Math.min(1, most / Math.max(width, height))
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
}

const toBlob = (canvas: HTMLCanvasElement, type: string, how = quality) =>
  new Promise<Blob>((done, failed) => canvas.toBlob(blob => (blob ? done(blob) : failed(new Error('no picture'))), type, how))

/** A photo of the camera, upright, at most 1600 pixels long, with lines written into its lower corner. Throws for what this phone cannot read. */
export async function shrink(file: Blob, lines: string[], most = longSide, how = quality): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const canvas = document.createElement('canvas')
  const [width, height] = shrunk(picture.width, picture.height, most)
  Object.assign(canvas, { width, height })
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.drawImage(picture, 0, 0, width, height)
  picture.close()
  if (lines.length) stamp(pen, lines, width, height)
  return await toBlob(canvas, 'image/jpeg', how)
}

/** White on a dark band: readable on any wall. */
function stamp(pen: CanvasRenderingContext2D, lines: string[], width: number, height: number) {
  const size = Math.max(14, Math.round(width / 40))
  const step = Math.round(size * 1.5)
  const band = step * lines.length + size
  pen.fillStyle = 'rgb(0 0 0 / .45)'
  pen.fillRect(0, height - band, width, band)
  pen.fillStyle = '#fff'
  pen.font = `${size}px sans-serif`
  pen.textBaseline = 'top'
  for (const [i, line] of lines.entries()) pen.fillText(line, size, height - band + size / 2 + i * step, width - 2 * size)
}

/** A signature as it was drawn, black on white. */
export const signed = (canvas: HTMLCanvasElement) => toBlob(canvas, 'image/png')
