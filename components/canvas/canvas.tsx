'use client'
import { useTheme } from 'next-themes'
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { boundsOf } from '@/lib/view/bounds'
import type { ThemeName } from '@/lib/view/theme'
import { createDrawing, type Drawing, type Gestures, type Insets } from './drawing'
import type { Scene } from './items'

type CanvasProps = {
  /** Nothing until it has been laid out. */
  scene?: Scene
  gestures: Gestures
  insets: Insets
  /** What is brought into view once the picture has been fitted in. */
  follow?: readonly string[]
  /** What something beside the picture points at. */
  lit?: ReadonlySet<string>
  /** What is in the picture, for those who cannot see it. */
  description: string
  ref?: Ref<Drawing | null>
}

/** The picture. It holds no state of its own but zoom and pan. */
export function Canvas({
  scene,
  gestures,
  insets,
  follow = [],
  lit,
  description,
  ref,
}: CanvasProps) {
  const box = useRef<HTMLDivElement>(null)
  const live = useRef(gestures)
  live.current = gestures
  const [drawing, setDrawing] = useState<Drawing | null>(null)
  const theme: ThemeName = useTheme().resolvedTheme === 'dark' ? 'dark' : 'light'
  const firstTheme = useRef<ThemeName>(theme)
  useImperativeHandle<Drawing | null, Drawing | null>(ref, () => drawing, [drawing])

  useEffect(() => {
    let made: Drawing | undefined
    let gone = false
    // names are measured with the font we ship: wait for it before the first stroke
    void Promise.all([
      document.fonts.load('600 12px "Inter Variable"'),
      document.fonts.load('400 12px "Inter Variable"'),
    ]).finally(() => {
      if (gone || !box.current) return
      made = createDrawing(
        box.current,
        {
          onTap: (...args) => live.current.onTap(...args),
          onOpen: (...args) => live.current.onOpen(...args),
          onBox: (...args) => live.current.onBox(...args),
          onMenu: (...args) => live.current.onMenu(...args),
          onMove: (...args) => live.current.onMove(...args),
          onHover: (...args) => live.current.onHover(...args),
          onViewport: () => live.current.onViewport(),
        },
        firstTheme.current,
      )
      setDrawing(made)
    })
    return () => {
      gone = true
      made?.destroy()
    }
  }, [])

  useEffect(() => drawing?.setTheme(theme), [drawing, theme])
  useEffect(() => {
    if (scene) drawing?.show(scene)
  }, [drawing, scene])
  // after what is drawn has its own look
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene draws everything anew
  useEffect(() => drawing?.light(lit ?? new Set()), [drawing, scene, lit])

  const fitted = useRef<{ key?: string; drawing?: Drawing }>({})
  useEffect(() => {
    if (!drawing || !scene) return
    const { fitKey } = scene
    if (fitted.current.key === fitKey && fitted.current.drawing === drawing) return
    const animate = fitted.current.drawing === drawing && follow.length === 0
    drawing.fit(boundsOf(scene.layout, scene.part ?? scene.elements), insets, {
      animate,
      least: scene.least,
    })
    if (follow.length > 0) drawing.reveal(follow, insets, { centre: true, animate })
    fitted.current = { key: fitKey, drawing }
    box.current?.setAttribute('data-settled', String(scene.elements.nodes.length))
  }, [drawing, scene, insets, follow])

  return (
    <div
      ref={box}
      role="img"
      aria-label={description}
      data-testid="canvas"
      className="size-full touch-none"
    />
  )
}
