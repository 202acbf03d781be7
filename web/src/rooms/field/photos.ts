import { newId, type ToSend } from '@/kit/outbox'
import { shrink } from './camera'

/** The long side of what stands in lists, sharp enough for a phone's eyes. */
const small = 480

/** A photo to send, with its own small one behind it; where the phone cannot make one, the photo alone. */
export async function photoToSend(blob: Blob, use: 'proof' | 'team', label: string, key: string, id = newId()): Promise<ToSend & { id: string }> {
  const thumb = await shrink(blob, [], small, 0.7).catch(() => undefined)
  const smaller = thumb && thumb.size < blob.size / 2 ? thumb : undefined
  return {
    id,
    method: 'PUT',
    path: `/api/photos/${id}?use=${use}${smaller ? `&thumb=${smaller.size}` : ''}`,
    blob: smaller ? new Blob([blob, smaller], { type: blob.type }) : blob,
    label,
    key,
  }
}

/** What stands in a list. */
export const smallPhoto = (id: string) => `/api/photos/${id}?small=true`
