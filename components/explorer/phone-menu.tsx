'use client'
import { CircleHelp, List, Menu, Network, Redo2, Undo2, X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useState } from 'react'
import { Button } from '../ui/button'
import { focusWhole } from '../ui/dialog-card'
import { IconButton } from '../ui/icon-button'
import { useDoors } from './doors'
import { useExplorer } from './explorer-context'
import { FilterForm } from './filter-form'
import { HeaderTools } from './header-tools'
import { Legend } from './legend'
import { ModeSwitch } from './mode-switch'
import { ThemeButton } from './theme-button'
import { ViewForm } from './view-form'

/** On a phone, everything the header has no room for, in a sheet. */
export function PhoneMenu() {
  const { keys } = useDoors()
  const { view, change, undo, redo, canUndo, canRedo } = useExplorer()
  const [open, setOpen] = useState(false)
  return (
    <div className="hidden items-center phone:flex">
      <IconButton
        icon={Undo2}
        label="Undo"
        className="size-10"
        disabled={!canUndo}
        onClick={undo}
      />
      <IconButton
        icon={view.list ? Network : List}
        label={view.list ? 'Show as a picture' : 'Show as a list'}
        className="size-10"
        onClick={() => change({ list: !view.list })}
      />
      <Dialog.Root open={open} onOpenChange={setOpen}>
        <Dialog.Trigger asChild>
          <IconButton icon={Menu} label="Menu" className="size-10" />
        </Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Overlay className="fixed inset-0 z-40 bg-black/25 dark:bg-black/50" />
          <Dialog.Content
            aria-describedby={undefined}
            onOpenAutoFocus={focusWhole}
            className="float-card appear fixed inset-x-0 bottom-0 z-50 max-h-[88dvh] overflow-y-auto rounded-b-none px-4 pt-3 pb-8 [--from-y:24px]"
          >
            <div className="flex items-center justify-between">
              <Dialog.Title className="voice-document text-xl font-semibold">Menu</Dialog.Title>
              <Dialog.Close asChild>
                <IconButton icon={X} label="Close" className="size-10" />
              </Dialog.Close>
            </div>
            <div className="mt-2 flex flex-wrap items-center gap-1">
              <IconButton
                icon={Redo2}
                label="Redo"
                className="size-10"
                disabled={!canRedo}
                onClick={redo}
              />
              <ThemeButton />
              <IconButton
                icon={CircleHelp}
                label="Keys"
                className="size-10"
                onClick={() => {
                  setOpen(false)
                  keys()
                }}
              />
              {/* their dialogs take the menu's place */}
              <div onClickCapture={() => setTimeout(() => setOpen(false))}>
                <HeaderTools />
              </div>
            </div>
            <Heading>Question</Heading>
            <div
              // the answer is behind the sheet
              onClickCapture={() => setTimeout(() => setOpen(false))}
            >
              <ModeSwitch wide />
            </div>
            <Heading>Legend</Heading>
            <Legend />
            <Heading>View</Heading>
            <ViewForm />
            <Heading>Filter</Heading>
            <FilterForm />
            <Button look="solid" className="mt-5 h-11! w-full" onClick={() => setOpen(false)}>
              Done
            </Button>
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
    </div>
  )
}

const Heading = ({ children }: { children: string }) => (
  <h3 className="mt-5 mb-2 border-t border-line pt-4 text-sm font-semibold">{children}</h3>
)
