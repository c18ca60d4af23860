import { entityKindTable } from '@/lib/ontology'
import type { EntityKind } from '@/lib/schema'

type UnderlinedNameProps = {
  kind: EntityKind
  /** Who is meant, where it is known by another name. */
  of?: string
  /** As the document writes it. */
  text: string
}

/** A name in a document's words, underlined in its kind's colour. */
export function UnderlinedName({ kind, of, text }: UnderlinedNameProps) {
  return (
    <span
      title={of === text ? undefined : of}
      style={{ textDecorationColor: entityKindTable[kind].colour }}
      className="underline decoration-2 underline-offset-[3px] [text-decoration-skip-ink:none]"
    >
      {text}
    </span>
  )
}
