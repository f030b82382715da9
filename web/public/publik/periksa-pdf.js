// Compares a PDF with the office's copy by its SHA-256, here in the browser: the file is sent nowhere.
const section = document.getElementById('berkas')
const input = document.getElementById('pdf')
const result = document.getElementById('hasil')

// Without a secure context (an address without https) browsers compute no hash: then nothing is offered.
if (globalThis.crypto?.subtle) section.hidden = false

input.addEventListener('change', async () => {
  const [file] = input.files
  if (!file) return
  result.className = ''
  result.textContent = 'Memeriksa …'
  try {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
    const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    const same = hex === section.dataset.sha256
    result.className = same ? 'yes' : 'no'
    result.textContent = same
      ? '✓ Sama persis dengan arsip.'
      : '✕ Berbeda dari arsip: isinya berubah, atau ini hasil pindai atau cetak ulang. Cocokkan isinya dengan rincian di atas.'
  } catch {
    result.className = 'no'
    result.textContent = 'Berkas tidak dapat dibaca. Pilih lagi.'
  }
})
