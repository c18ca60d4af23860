'use client'
import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import { useCase } from '../cases/case-context'
import { DialogCard } from '../ui/dialog-card'
import { MergeForm } from './merge-form'
import { RenameForm } from './rename-form'
import { SplitForm } from './split-form'

type NameActions = {
  rename(id: string): void
  merge(id: string, other?: string): void
  split(id: string): void
  /** Takes a name out of the case, with all that is said of it. */
  remove(id: string): void
}

const Context = createContext<NameActions | undefined>(undefined)

/** What can be decided of a name, from its panel, its menu or a selection. */
export function useNameActions(): NameActions {
  const actions = use(Context)
  if (!actions) throw new Error('useNameActions: there is no NameActionsProvider above')
  return actions
}

type Open = { form: 'rename' | 'merge' | 'split'; id: string; other?: string }

export function NameActionsProvider({ children }: { children: ReactNode }) {
  const { entity, decide } = useCase()
  const [open, setOpen] = useState<Open>()
  const actions = useMemo<NameActions>(
    () => ({
      rename: (id) => setOpen({ form: 'rename', id }),
      merge: (id, other) => setOpen({ form: 'merge', id, other }),
      split: (id) => setOpen({ form: 'split', id }),
      remove: (id) =>
        decide(
          { kind: 'remove', entity: id },
          `Removed ${entity(id)?.name ?? id} from the case, with all that is said of it`,
        ),
    }),
    [entity, decide],
  )
  const close = () => setOpen(undefined)
  const found = open && entity(open.id)
  return (
    <Context value={actions}>
      {children}
      <DialogCard
        open={found !== undefined}
        onOpenChange={(stays) => !stays && close()}
        title={found ? titles[open!.form](found.name) : ''}
        className={open?.form === 'rename' ? 'w-[26rem]' : '!top-[6vh] !max-h-[88vh] w-[56rem]'}
      >
        {found && open.form === 'rename' && <RenameForm entity={found} close={close} />}
        {found && open.form === 'merge' && (
          <MergeForm entity={found} other={open.other} close={close} />
        )}
        {found && open.form === 'split' && <SplitForm entity={found} close={close} />}
      </DialogCard>
    </Context>
  )
}

const titles = {
  rename: (name: string) => `Rename ${name}`,
  merge: (name: string) => `Merge ${name} with another name`,
  split: (name: string) => `Split ${name}`,
}
