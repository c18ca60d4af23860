'use client'
import type { Changes } from '@/lib/view/changes'
import { signTable } from '@/lib/view/signs'
import { count } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'
import { EntityName } from '../panel/entity-name'
import { StepClaims } from '../trace/step-claims'
import { CompareForm } from './compare-form'

/** "What changed?": what is new, gone, better or worse supported, disputed now. */
export function ComparePanel() {
  const { changes } = useExplorer()
  return (
    <div className="px-4 pt-3.5 pb-8">
      <CompareForm />
      {!changes ? (
        <p className="mt-5 text-sm text-muted">
          Choose both sides: what is new, what is gone, what is better supported and what is
          disputed now is listed here and marked in the picture.
        </p>
      ) : (
        <Listed changes={changes} />
      )}
    </div>
  )
}

function Listed({ changes }: { changes: Changes }) {
  const { before, after } = changes.documents
  const { entities, groups } = changes
  const total = groups.reduce((sum, group) => sum + group.claims.length, 0)
  return (
    <>
      <h2 className="voice-document mt-4 text-[21px] leading-snug font-semibold" aria-live="polite">
        {total + entities.new.length + entities.gone.length === 0
          ? 'Nothing changed'
          : `${count(total, 'relation')} changed`}
      </h2>
      <p className="mt-1 text-xs text-muted">
        From {count(before, 'report')} to {count(after, 'report')}. What stayed as it was is pale.
      </p>
      {groups.map(({ sign, claims }) => (
        <section key={sign} className="mt-5">
          <h3 className="flex items-center gap-2 border-b border-line pb-1 text-sm font-semibold">
            <Mark sign={sign} />
            <span className="flex-1 first-letter:uppercase">{signTable[sign].words}</span>
            <span className="text-xs font-normal text-muted tabular-nums">{claims.length}</span>
          </h3>
          {claims.some(({ words }) => words) ? (
            claims.map(({ claim, words }) => (
              <div key={claim.id}>
                <StepClaims claims={[claim]} />
                <p className="text-xs font-medium">{words}</p>
              </div>
            ))
          ) : (
            <StepClaims claims={claims.map(({ claim }) => claim)} />
          )}
        </section>
      ))}
      {(['new', 'gone'] as const).map(
        (sign) =>
          entities[sign].length > 0 && (
            <section key={sign} className="mt-5">
              <h3 className="flex items-center gap-2 border-b border-line pb-1 text-sm font-semibold">
                <Mark sign={sign} />
                <span className="flex-1">Names that are {signTable[sign].words}</span>
                <span className="text-xs font-normal text-muted">{entities[sign].length}</span>
              </h3>
              <ul className="mt-2 space-y-1 text-sm">
                {entities[sign].map((id) => (
                  <li key={id}>
                    <EntityName id={id} />
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  )
}

const Mark = ({ sign }: { sign: keyof typeof signTable }) => (
  <span
    aria-hidden
    className="flex size-4.5 items-center justify-center rounded-full border border-line-strong text-[11px]"
  >
    {signTable[sign].mark}
  </span>
)
