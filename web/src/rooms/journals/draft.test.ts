import { describe, expect, it } from 'vitest'
import { empty, fromJournal, join, keepDraft, keptDraft, settle, toBody } from './draft'
import type { Journal } from './wire'

const journal = (win: string, version = 1, block = ''): Journal => ({
  id: 'j1',
  memberId: 'm',
  memberName: '小林',
  own: true,
  day: '2026-11-20',
  win,
  block,
  blockCustomerId: null,
  blockCustomerName: '',
  support: '',
  extra: [],
  lines: [],
  next: '2026-11-23',
  tomorrow: [],
  addendum: '',
  submittedAt: '2026-11-20T09:00:00Z',
  changedAt: '2026-11-20T09:00:00Z',
  version,
  shared: false,
  mayReply: false,
  replies: [],
})
const typed = (win: string) => ({ ...empty('d1'), win, touched: true })

describe('a draft', () => {
  it('follows the server while nobody typed here', () => {
    expect(settle(empty('d1'), journal('签了', 3))).toMatchObject({ id: 'j1', win: '签了', basedOn: 3, touched: false })
  })
  it('is done with once the server says the same', () => {
    expect(settle(typed(' 签了 '), journal('签了')).touched).toBe(false)
  })
  it('goes on from what the server took from this phone', () => {
    const draft = { ...typed('签了两单'), sent: typed('签了') }
    expect(settle(draft, journal('签了', 1))).toMatchObject({ win: '签了两单', basedOn: 1, id: 'j1', touched: true })
  })
  it('keeps what was typed beside what another phone wrote', () => {
    expect(settle(typed('我写的'), journal('别处写的'))).toMatchObject({ win: '我写的', basedOn: 0, touched: true })
  })
  it('joins two drafts without losing or doubling a word', () => {
    const both = join({ ...typed('我写的'), block: '价格' }, journal('别处写的', 2, '价格'))
    expect(both).toMatchObject({ win: '别处写的；我写的', block: '价格', id: 'j1', basedOn: 2 })
  })
  it('names a customer only with something that blocks', () => {
    const draft = { ...typed('签了'), customer: { id: 'c', name: '云顶' } }
    expect(toBody(draft, '2026-11-20').blockCustomerId).toBeNull()
    expect(toBody({ ...draft, block: '见不到人' }, '2026-11-20').blockCustomerId).toBe('c')
  })
  it('survives a reload, each member for herself and each day for itself', () => {
    keepDraft('lin', '2026-11-20', typed('还没写完'))
    expect(keptDraft('lin', '2026-11-20')?.win).toBe('还没写完')
    expect(keptDraft('zhe', '2026-11-20')).toBeUndefined()
    expect(keptDraft('lin', '2026-11-21')).toBeUndefined()
    keepDraft('lin', '2026-11-20', fromJournal(journal('还没写完')))
    expect(keptDraft('lin', '2026-11-20')).toBeUndefined()
  })
})
