// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { item, paragraph, span, table } from './blocks'
import { blocksFromHtml, blocksFromText } from './from-html'

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
