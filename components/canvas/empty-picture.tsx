'use client'
import { describeFilter } from '@/lib/view/describe-filter'
import { isFiltered } from '@/lib/view/visible'
import { useDoors } from '../explorer/doors'
import { useExplorer } from '../explorer/explorer-context'
import { Button } from '../ui/button'

/** In place of an empty picture: why it is empty, and the way out. */
export function EmptyPicture({ anything }: { anything: boolean }) {
  const { view, change, shown } = useExplorer()
  const { addDocuments } = useDoors()
  const filtered = isFiltered(view.filter)
  return (
    <div className="pointer-events-none absolute inset-0 flex items-center justify-center p-6">
      <div className="pointer-events-auto max-w-sm text-center">
        <h2 className="voice-document text-xl font-semibold">
          {!anything ? 'No relations yet' : filtered ? 'Nothing matches' : 'Everything is hidden'}
        </h2>
        <p className="mt-2 text-sm text-muted">
          {!anything
            ? 'Add reports, and who met, advised, pressured or denied what comes out as a picture. Or drop a case file anywhere.'
            : filtered
              ? `The filter lets nothing through: ${describeFilter(view.filter, shown)}.`
              : 'All of it was hidden or folded away.'}
        </p>
        {!anything && (
          <Button look="solid" className="mt-4" onClick={() => addDocuments()}>
            Add documents
          </Button>
        )}
        {anything && (
          <Button
            look="outline"
            className="mt-4"
            onClick={() => change(filtered ? { filter: {} } : { hidden: [], collapsed: [] })}
          >
            {filtered ? 'Clear the filter' : 'Show everything'}
          </Button>
        )}
      </div>
    </div>
  )
}
