/** The names and demonyms of one sentence. */
import type { Span } from './span'

export type Names = { spans: Span[]; demonyms: Span[] }
