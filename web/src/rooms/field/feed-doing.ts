import { enqueue, enqueueAll, newId, type Outgoing } from '@/kit/outbox'
import { t } from '@/kit/text'
import { keyOf } from './doing'
import { photoToSend } from './photos'
import type { FeedItem, ReactionKind } from './wire'

/** Everything said to the team is kept on the phone first and sent once. */

export type Said = { text: string; mentionIds: string[] }
const short = (text: string) => (text.length > 16 ? `${text.slice(0, 16)}…` : text)

/** Pictures of this page load, shown while they wait to be sent. */
export const waitingPictures = new Map<string, string>()

export async function post(kind: 'post' | 'announcement', said: Said, photos: Blob[], teams: string[]): Promise<void> {
  for (const teamId of teams.length ? teams : [undefined]) {
    const id = newId()
    const key = `post ${id}`
    const sending = await Promise.all(photos.map(photo => photoToSend(photo, 'team', t('field.photo'), key)))
    const photoIds = sending.map(photo => photo.id)
    photos.forEach((photo, n) => void waitingPictures.set(photoIds[n]!, URL.createObjectURL(photo)))
    const label = [t(`field.${kind}`), short(said.text)].filter(Boolean).join(' · ')
    const body = { kind, ...said, photoIds, ...(teamId ? { teamId } : {}) }
    await enqueueAll([
      ...sending.map(({ id: _, ...photo }) => photo),
      { method: 'PUT', path: `/api/posts/${id}`, body, label, key, change: `/team?again=${id}` },
    ])
  }
}

/** A post that was refused, in other words; its photos and its readers stay. */
export const postAgain = ({ path, body, label, key, change }: Outgoing, said: Said) =>
  enqueue({ method: 'PUT', path, body: { ...(body as object), ...said }, label: `${label.split(' · ')[0]} · ${short(said.text)}`, key, change })

export const changePost = (id: string, said: Said) =>
  enqueue({
    method: 'PUT',
    path: `/api/posts/${id}/text`,
    body: { ...said, saidAt: new Date().toISOString() },
    label: `${t('field.changePost')} · ${short(said.text)}`,
    key: `post ${id}`,
    change: `/feed/${id}`,
  })

export const withdrawPost = (item: FeedItem) =>
  enqueue({ method: 'DELETE', path: `/api/posts/${item.id}`, label: `${t('field.withdraw')} · ${short(item.body)}`, key: `post ${item.id}` })

export const comment = (itemId: string, said: Said, isAnswer: boolean, id = newId()) =>
  enqueue({
    method: 'PUT',
    path: `/api/feed/${itemId}/comments/${id}`,
    body: { ...said, isAnswer },
    label: `${t(isAnswer ? 'field.answerIt' : 'field.sayIt')} · ${short(said.text)}`,
    key: `talk ${itemId}`,
    change: `/feed/${itemId}`,
  })

export const withdrawComment = (itemId: string, id: string) =>
  enqueue({ method: 'DELETE', path: `/api/feed/${itemId}/comments/${id}`, label: t('field.withdraw'), key: `talk ${itemId}` })

export const react = (item: FeedItem, kind: ReactionKind, given: boolean) =>
  enqueue({
    method: given ? 'PUT' : 'DELETE',
    path: `/api/feed/${item.id}/reactions/${kind}`,
    body: given ? {} : undefined,
    label: `${t(`field.${kind}`)} · ${item.memberName}`,
    key: `reaction ${item.id} ${kind}`,
    change: `/feed/${item.id}`,
  })

/** 火力支持 on a visit that has its outcome: its own line rings. */
export const callForVisit = (visitId: string, customer: string) =>
  enqueue({
    method: 'PUT',
    path: `/api/help-calls/${visitId}`,
    body: {},
    label: `${t('field.helpNow')} · ${customer}`,
    key: keyOf(visitId),
    change: `/visits/${visitId}`,
  })

/** 火力支持 from the doorway: a line of its own, after the check-in has gone. */
export const callFromDoorway = (visitId: string, customer: string, text: string) =>
  enqueue({
    method: 'PUT',
    path: `/api/help-calls/${newId()}`,
    body: { text, visitId },
    label: `${t('field.helpNow')} · ${customer}`,
    key: keyOf(visitId),
    change: `/visits/${visitId}`,
  })

/** My comment to this line that was not taken. */
export const refusedComment = (items: readonly Outgoing[], itemId: string) =>
  items.find(item => item.method === 'PUT' && item.state === 'refused' && item.path.startsWith(`/api/feed/${itemId}/comments/`))

/** Comments to this line that have not gone yet. */
export const waitingComments = (items: readonly Outgoing[], itemId: string) =>
  items.filter(item => item.method === 'PUT' && item.state === 'waiting' && item.path.startsWith(`/api/feed/${itemId}/comments/`))
