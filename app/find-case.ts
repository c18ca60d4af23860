import { cache } from 'react'
import { AppError } from '@/lib/errors'
import type { Case } from '@/lib/schema'
import { readCase } from './read-case'

/**
 * The stored case of an address's id, with its log; undefined when there is none. Read once for a
 * page and its title.
 */
export const findCase = cache(async (id: string): Promise<Case | undefined> => {
  try {
    return await readCase(decodeURIComponent(id))
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return undefined
    throw error
  }
})
