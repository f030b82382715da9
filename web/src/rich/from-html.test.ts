// @vitest-environment happy-dom
import { DOMSerializer } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { item, paragraph, span, table } from './blocks'
import { blocksFromHtml, blocksFromText, withoutStyles } from './from-html'
import { schema, toDoc } from './schema'

const text = (words: string) => [span(words)]

test('what Word calls a list is one, each paragraph with its level and without its typed number', () => {
  const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body>
    <!--StartFragment--><p class=MsoNormal>Bersama ini disampaikan<o:p></o:p></p>
    <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
    style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Data <b>pegawai</b>;</p>
    <p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>a.</span>nama lengkap</p>
    <!--EndFragment--></body></html>`
  expect(blocksFromHtml(word)).toEqual([
    paragraph(text('Bersama ini disampaikan')),
    item([span('Data '), span('pegawai', { bold: true }), span(';')], 1),
    item(text('nama lengkap'), 2),
  ])
})

test('lists of LibreOffice and Google Docs keep their levels, and bold that is switched off is not bold', () => {
  const libre = '<ol><li><p>satu</p><ol><li><p>di bawah satu</p></li></ol></li><li><p>dua</p></li></ol>'
  expect(blocksFromHtml(libre)).toEqual([item(text('satu'), 1), item(text('di bawah satu'), 2), item(text('dua'), 1)])
  const docs = `<meta charset="utf-8"><b style="font-weight:normal;"><p dir="ltr"><span style="font-weight:700">Penting</span><span
    style="font-style:italic">: segera</span></p><ul><li style="list-style-type:disc"><p><span>butir</span></p></li></ul></b>`
  expect(blocksFromHtml(docs)).toEqual([
    paragraph([span('Penting', { bold: true }), span(': segera', { italic: true })]),
    item(text('butir'), 1),
  ])
})

test('headings are bold paragraphs, lines are paragraphs, links are their words, pictures and scripts are nothing', () => {
  const page = '<h2>Dasar</h2><p>baris satu<br>baris dua</p><p>lihat <a href="https://x">laman</a><img src=x onerror=alert(1)></p><script>x</script>'
  expect(blocksFromHtml(page)).toEqual([
    paragraph([span('Dasar', { bold: true })]),
    paragraph(text('baris satu')),
    paragraph(text('baris dua')),
    paragraph(text('lihat laman')),
  ])
})

test('a table stays one, merged cells are spread and a table in a cell is its words', () => {
  const page = `<table><tbody><tr><th colspan="2">Nama</th><th>Jumlah</th></tr>
    <tr><td><p>Ali</p><p>Budi</p></td><td><table><tr><td>x</td><td>y</td></tr></table></td><td></td></tr></tbody></table>`
  expect(blocksFromHtml(page)).toEqual([
    table([
      [text('Nama'), [], text('Jumlah')],
      [text('Ali Budi'), text('x y'), []],
    ]),
  ])
})

test('spaces that do not show are one space, and what is invisible is gone', () => {
  expect(blocksFromHtml('<p>  dua\u00a0\u00a0 kata\u00ad\u200b  </p><p>&nbsp;</p>')).toEqual([paragraph(text('dua kata'))])
})

test('of plain text each line is a block, and a typed number makes an item', () => {
  expect(blocksFromText('Sebagai berikut:\r\n1. satu\na. rinci\n1) lebih rinci\n\n• butir')).toEqual([
    paragraph(text('Sebagai berikut:')),
    item(text('satu'), 1),
    item(text('rinci'), 2),
    item(text('lebih rinci'), 3),
    item(text('butir'), 1),
  ])
})

test('a number that somebody typed before a line makes an item, over bold and tabs too; a name or a year does not', () => {
  const word = `<p class=MsoNormal><b>1.</b><span style='mso-tab-count:1'>&nbsp;&nbsp; </span>Data pegawai</p>
    <p class=MsoNormal style='margin-left:36.0pt'>a)<span style='mso-tab-count:1'> </span>nama</p>
    <p class=MsoListParagraph style='margin-left:18.0pt'><span style='font-family:Symbol'>·<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span>butir</p>
    <p class=MsoListParagraph><span style='font-family:"Courier New"'>o&nbsp; </span>bulat</p>
    <p class=MsoNormal>2026. Tahun</p><p class=MsoNormal>a.n. Bupati</p>`
  expect(blocksFromHtml(word)).toEqual([
    item(text('Data pegawai'), 1),
    item(text('nama'), 2),
    item(text('butir'), 1),
    item(text('bulat'), 1),
    paragraph(text('2026. Tahun')),
    paragraph(text('a.n. Bupati')),
  ])
})

test('further lines of an item stay in it, so that the numbers go on', () => {
  const page = '<ol><li><p>satu</p><p>masih satu</p></li><li>dua<br>baris<ol><li>rinci</li></ol>lanjutan</li><li>tiga</li></ol>'
  expect(blocksFromHtml(page)).toEqual([
    item(text('satu masih satu'), 1),
    item(text('dua baris'), 1),
    item(text('rinci lanjutan'), 2),
    item(text('tiga'), 1),
  ])
})

test('a cell over several rows keeps the columns, and a list in a cell keeps its numbers as letters', () => {
  const page = `<table><tr><td rowspan="2">No.</td><td>Nama</td><td rowspan="2">Ket.</td></tr><tr><td>Gelar</td></tr>
    <tr><td>1.</td><td><ol><li><p>Ali</p></li><li>Budi</li></ol></td><td><p style="mso-list:l0 level1"><span style="mso-list:Ignore">a.<span> </span></span>x</p></td></tr></table>`
  expect(blocksFromHtml(page)).toEqual([
    table([
      [text('No.'), text('Nama'), text('Ket.')],
      [[], text('Gelar'), []],
      [text('1.'), text('1. Ali 2. Budi'), text('a. x')],
    ]),
  ])
})

test('what was struck out or is hidden is left out', () => {
  const page = `<p>Rapat <del>Senin</del><ins>Selasa</ins><span style="display:none">x</span><span style='mso-hide:all'>y</span></p>`
  expect(blocksFromHtml(page)).toEqual([paragraph(text('Rapat Selasa'))])
})

test('no style is parsed, whatever stands around it', () => {
  const page = `<style>p{color:red}</style><p title="a>b"style='font:7pt "T"' class=x STYLE = "a">style="kata"</p>`
  expect(withoutStyles(page)).toBe(`<p title="a>b"data-style='font:7pt "T"' class=x data-style = "a">style="kata"</p>`)
})

test('what the editor copies comes back as it was', () => {
  const blocks = [
    paragraph([span('1. bukan  butir '), span('tegas', { bold: true }), span('hari, tanggal', { bold: true, blank: true })]),
    item(text('satu'), 1),
    item([span('rinci', { italic: true })], 3),
    table([[text('No.'), text('Nama')], [[], []], [[], [span('nama', { blank: true })]]]),
  ]
  const box = document.createElement('div')
  box.append(DOMSerializer.fromSchema(schema).serializeFragment(toDoc(blocks).content))
  box.firstElementChild?.setAttribute('data-pm-slice', '0 0 []')
  expect(blocksFromHtml(box.innerHTML)).toEqual(blocks)
})
