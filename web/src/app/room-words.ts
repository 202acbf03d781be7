import { addWords } from '@/kit/text'
import { rooms } from './rooms'

/** The words of every room: a refusal may come from one whose pages have not been opened. */
export const roomWords = () => Promise.all(rooms.map(room => addWords(room.name, room.words))).catch(() => {})
