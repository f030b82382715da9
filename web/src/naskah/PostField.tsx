import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { askInBody } from '../api/client'
import type { Answer } from '../api/operations'
import { Combobox } from '../ui/Combobox'

export type FoundPost = Answer<'eagenda_find_posts'>['items'][number]

const PAUSE = 200
const LEAST = 2

interface PostFieldProps {
  label: string
  hint?: string
  error?: string | undefined
  onChoose: (post: FoundPost) => void
}

/** A post of the regency, found by the words of its title and office; the field is empty again once one is chosen. */
export function PostField({ label, hint, error, onChoose }: PostFieldProps) {
  const [text, setText] = useState('')
  const [words] = useDebouncedValue(text.trim(), PAUSE)
  const asks = words.length >= LEAST && text.trim().length >= LEAST
  const found = useQuery({
    queryKey: ['jabatan', words],
    queryFn: ({ signal }) => askInBody('eagenda_find_posts', { text: words, day: null }, signal),
    enabled: asks,
    placeholderData: keepPreviousData,
  })
  const posts = asks ? (found.data?.items ?? []) : []
  return (
    <Combobox
      label={label}
      hint={hint ?? 'Ketik jabatan, OPD, atau nama pejabat, lalu pilih dengan Enter.'}
      error={error ?? found.error?.message}
      value={text}
      options={posts}
      keyOf={(it) => it.position_id}
      show={(it) => ({ name: it.title, about: `${it.organisation_name} · ${it.name || 'kosong'}` })}
      said={asks && found.data && posts.length === 0 ? 'Tidak ada jabatan dengan kata itu.' : ''}
      onType={setText}
      onChoose={(post) => {
        setText('')
        onChoose(post)
      }}
    />
  )
}
