/** What can be handed in, and what becomes of it. */

export type Source =
  | { source: 'text' | 'file'; name: string; bytes: Uint8Array }
  | { source: 'link'; name: string; link: string }

/**
 * Something that cannot be read, known before trying: it stands in the report with the rest.
 * `passedOver` marks what nobody took for a document: pictures in a folder of reports.
 */
export type Refused = { name: string; reason: string; passedOver?: true }

/**
 * waiting, running (being read), read (not in the case yet), done, known (was in the case already),
 * taken out (was in the case once), failed (cannot be read), set aside (failed three times), cancelled,
 * passed over (no document: not counted as one).
 */
export type ItemState =
  | 'waiting'
  | 'running'
  | 'read'
  | 'done'
  | 'known'
  | 'taken out'
  | 'failed'
  | 'set aside'
  | 'cancelled'
  | 'passed over'

/** States in which an item still has to be read. */
export const pendingStates: ItemState[] = ['waiting', 'running']

/** open (more may be handed in), running, cancelled, finished. */
export type ImportState = 'open' | 'running' | 'cancelled' | 'finished'
