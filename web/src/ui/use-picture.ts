import { useEffect, useState } from 'react'

/** An address under which the page shows a picture that was fetched. */
export function usePicture(picture: Blob | undefined): string {
  const [source, setSource] = useState('')
  useEffect(() => {
    if (!picture) return
    const url = URL.createObjectURL(picture)
    setSource(url)
    return () => URL.revokeObjectURL(url)
  }, [picture])
  return source
}
