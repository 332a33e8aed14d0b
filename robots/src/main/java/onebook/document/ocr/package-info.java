/**
 * Makes characters with places out of pictures. The only package that knows recognition engines:
 * PP-OCRv4 on onnxruntime for Chinese, Tesseract for Latin scripts; both run on this machine,
 * nothing is sent anywhere.
 *
 * <p>A picture flows in, a {@link onebook.document.PageText} flows out, each character with how
 * surely it was seen. Engines are loaded at the first page, once; where one cannot run, the page is
 * refused with a sentence and nothing else stops.
 */
package onebook.document.ocr;
