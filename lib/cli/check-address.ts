import { AppError } from '../errors'
import { isAddress } from '../store/connect'

/**
 * An address with a slip in it would be taken for the name of a folder: cases meant for everybody
 * would lie there, seen by nobody.
 * @throws AppError invalid_input when it is set and no address of a PostgreSQL server
 */
export function checkAddress(address: string | undefined): void {
  if (!address || isAddress(address)) return
  const shown = address.replace(/:[^:@/]*@/, ':…@')
  throw new AppError(
    'invalid_input',
    `DATABASE_URL is "${shown}", which is no address of a PostgreSQL server. It looks like postgres://user:password@host:5432/name. To keep cases in a folder, leave it empty.`,
  )
}
