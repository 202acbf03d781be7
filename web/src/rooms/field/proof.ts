import { onScopeDispose, reactive } from 'vue'
import { enqueueAll, newId } from '@/kit/outbox'
import { t } from '@/kit/text'
import { photoToSend } from './photos'

/** What proves a visit besides a position, as it is gathered: pictures that are still on this phone only, and whether the supervisor is asked. */
export type Picture = { id: string; kind: 'door' | 'signature'; blob: Blob; url: string }
export type Proofs = { pictures: Picture[]; askWord: boolean }

export function useProofs() {
  const proofs = reactive<Proofs>({ pictures: [], askWord: false })
  const clear = () => {
    for (const picture of proofs.pictures) URL.revokeObjectURL(picture.url)
    Object.assign(proofs, { pictures: [], askWord: false })
  }
  onScopeDispose(clear)
  return { proofs, clear }
}

export const picture = (kind: Picture['kind'], blob: Blob): Picture => ({ id: newId(), kind, blob, url: URL.createObjectURL(blob) })

/** Queues the pictures behind the check-in, then hangs them on the visit: the team reads of the visit before any picture has travelled. */
export async function prove(visit: string, key: string, customer: string, proofs: Proofs): Promise<void> {
  if (!proofs.pictures.length && !proofs.askWord) return
  const photos = await Promise.all(
    proofs.pictures.map(({ id, kind, blob }) => photoToSend(blob, 'proof', `${t(`field.proof.${kind}`)} · ${customer}`, key, id)),
  )
  await enqueueAll([
    ...photos.map(({ id: _, ...photo }) => photo),
    {
      method: 'PUT',
      path: `/api/visits/${visit}/proof`,
      body: { photoIds: proofs.pictures.map(one => one.id), askWord: proofs.askWord },
      label: `${t('field.proof.title')} · ${customer}`,
      key,
      change: `/visits/${visit}`,
    },
  ])
}
