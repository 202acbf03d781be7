import type { Room } from '@/kit/room'
import customers from '@/rooms/customers/routes'
import evenings from '@/rooms/evenings/routes'
import field from '@/rooms/field/routes'
import journals from '@/rooms/journals/routes'
import notices from '@/rooms/notices/routes'
import teams from '@/rooms/teams/routes'
import theatre from '@/rooms/theatre/routes'

/** Every room of the app. A new room is one line here. */
export const rooms: Room[] = [teams, field, customers, evenings, journals, notices, theatre]
