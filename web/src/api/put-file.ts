import { Problem, unreachable } from './problem'

/** Where an announced file goes. */
export interface PutLink {
  url: string
  headers: Record<string, string>
}

/** The file lies there already: an earlier try arrived, and only its answer was lost. */
const SENT_BEFORE = 412

/**
 * Send a file to where its link says, telling how much of it has left (0 to 1). `fetch` can't tell that. It goes to the
 * bucket itself in the cloud, so it takes nothing of ours along: no cookie, no token.
 */
export function putFile(link: PutLink, file: Blob, onProgress: (part: number) => void, signal: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', link.url)
    for (const [name, value] of Object.entries(link.headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0)
    request.onload = () => {
      const arrived = (request.status >= 200 && request.status < 300) || request.status === SENT_BEFORE
      if (arrived) resolve()
      else reject(notTaken(request.status))
    }
    request.onerror = () => reject(unreachable())
    request.onabort = () => reject(signal.reason as Error)
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

function notTaken(status: number): Problem {
  return new Problem({
    type: '/problems/file-not-taken',
    title: 'Berkas tidak sampai.',
    detail: 'Unggah sekali lagi; berkasnya jangan diubah selama diunggah.',
    status,
  })
}
