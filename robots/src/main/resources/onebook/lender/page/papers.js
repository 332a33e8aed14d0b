// Documents of a package: pictures and PDFs by an address of this page alone, everything else as
// text. Nothing in them is run; a document is shown only while its bytes have its hash.

const PICTURES = {png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif',
  bmp: 'image/bmp', webp: 'image/webp'};
const LONGEST_SHOWN = 200000;
let addresses = [];

function addressOf(bytes, type) {
  const address = URL.createObjectURL(new Blob([bytes], {type}));
  addresses.push(address);
  return address;
}

function forgetAddresses() {
  addresses.forEach(address => URL.revokeObjectURL(address));
  addresses = [];
}

/** An element that shows the document, or says why it does not. */
async function paper(file, document) {
  const bytes = new Uint8Array(await file.slice(document.at, document.at + document.size)
    .arrayBuffer());
  if (OneBook.sha256Of(bytes) !== document.sha256) {
    return make('p', {className: 'bad'}, say('changed'));
  }
  const save = make('a', {href: addressOf(bytes, 'application/octet-stream'),
    download: `${document.sha256}.${document.extension}`}, say('save'));
  return make('figure', {}, picture(bytes, document), make('figcaption', {}, save));
}

/** What a document is called where no element fits; its hash where that is hidden or not known. */
function titleOf({name, sha256}) {
  return typeof name === 'string' && name !== '' ? shown(name) : sha256;
}

function picture(bytes, document) {
  if (Object.hasOwn(PICTURES, document.extension)) {
    return make('img', {src: addressOf(bytes, PICTURES[document.extension]),
      alt: titleOf(document)});
  }
  if (document.extension === 'pdf' && startsWith(bytes, '%PDF-')) {
    return make('iframe', {src: addressOf(bytes, 'application/pdf'),
      title: titleOf(document), className: 'pdf'});
  }
  const text = asText(bytes);
  return text === null ? make('p', {className: 'hint'}, say('noView'))
    : make('pre', {tabIndex: 0}, text.slice(0, LONGEST_SHOWN),
      ...(text.length > LONGEST_SHOWN ? ['\n… ' + say('cut')] : []));
}

function startsWith(bytes, text) {
  return [...text].every((letter, i) => bytes[i] === letter.charCodeAt(0));
}

/** UTF-8, else as banks write in China, or null where it is no text. */
function asText(bytes) {
  if (bytes.subarray(0, 4096).includes(0)) {
    return null;
  }
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, {fatal: true}).decode(bytes);
    } catch (other) {
      // not in this encoding
    }
  }
  return null;
}
