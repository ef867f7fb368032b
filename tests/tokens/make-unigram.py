# SPDX-License-Identifier: GPL-3.0-or-later
"""make-unigram.py FOLDER: writes small unigram tokenizers as Hugging Face has those of XLM-R, T5 and others, learnt by SentencePiece from a
text of the program, with a map of characters of its own. make-token-ids.mjs then adds what the reference makes of hard texts with them.

Run with Debian's python3-sentencepiece 0.1.97 and python3-protobuf."""

import base64
import json
import os
import sys
import tempfile

os.environ["PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION"] = "python"
import sentencepiece
from sentencepiece import sentencepiece_model_pb2

FOLDER = sys.argv[1]
TEXT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data", "texts", "small-world.txt")
# What stands for what: more than one character for one, one for more, nothing, and some of which one begins another.
RULES = {
    "\u00a0": " ", "\t": " ", "\n": " ", "\r": " ", "\u3000": " ", "\u200b": " ", "\u0001": "", "\u007f": "", "\ufeff": "", "\u00ad": "", "ﬁ": "fi", "ﬀ": "ff", "²": "2", "½": "1⁄2",
    "Ⅻ": "XII", "…": "...", "e\u0301": "é", "A": "a", "A\u0308": "ä", "o\u0308": "ö", "ｶﾞ": "ガ", "ｶ": "カ", "ﾞ": "゛", "Å": "Å", "u\u0308\u0301": "ǘ", "\u0301": "´", "한": "han",
    "℡": "TEL", "ſ": "s", "Ａ": "A", "Ｂ": "B", "！": "!", "क\u093c": "क़", "\u0378": "?", "“": '"', "”": '"', "😀": ":)", "Ⓐ": "A", "ﷺ": "صلى الله عليه وسلم",
}


def learn(folder, **options):
    rules = os.path.join(folder, "rules.tsv")
    with open(rules, "w", encoding="utf-8") as file:
        for source, target in RULES.items():
            file.write("%s\t%s\n" % (" ".join("%X" % ord(c) for c in source), " ".join("%X" % ord(c) for c in target)))
    sentencepiece.SentencePieceTrainer.train(
        input=TEXT, model_prefix=os.path.join(folder, "model"), model_type="unigram", normalization_rule_tsv=rules, num_threads=1, shuffle_input_sentence=False, minloglevel=2, **options)
    proto = sentencepiece_model_pb2.ModelProto()
    with open(os.path.join(folder, "model.model"), "rb") as file:
        proto.ParseFromString(file.read())
    return proto


def added(number, content, **more):
    return {"id": number, "content": content, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True, **more}


def write(name, vocab, unknown, charsmap, steps, pre_tokenizer, added_tokens, byte_fallback=False):
    precompiled = {"type": "Precompiled", "precompiled_charsmap": base64.b64encode(charsmap).decode()}
    metaspace = {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True}
    content = {
        "version": "1.0", "truncation": None, "padding": None, "added_tokens": added_tokens,
        "normalizer": {"type": "Sequence", "normalizers": [precompiled, *steps]} if steps else precompiled, "pre_tokenizer": pre_tokenizer,
        "post_processor": None, "decoder": metaspace, "model": {"type": "Unigram", "unk_id": unknown, "vocab": vocab, "byte_fallback": byte_fallback},
    }
    with open(os.path.join(FOLDER, name), "w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False, separators=(",", ":"))
        file.write("\n")


with tempfile.TemporaryDirectory() as folder:
    model = learn(folder, vocab_size=400, character_coverage=0.995)
    pieces = [[piece.piece, piece.score] for piece in model.pieces]
    charsmap = model.normalizer_spec.precompiled_charsmap
    metaspace = {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True}
    words = {"type": "Sequence", "pretokenizers": [{"type": "WhitespaceSplit"}, metaspace]}
    xlmr = [["<s>", 0.0], ["<pad>", 0.0], ["</s>", 0.0], ["<unk>", 0.0], *pieces[3:], ["<mask>", 0.0]]
    mask = added(len(xlmr) - 1, "<mask>", lstrip=True, normalized=True)
    write("xlmr-tokenizer.json", xlmr, 3, charsmap, [], words, [added(i, xlmr[i][0]) for i in range(4)] + [mask])
    write("t5-tokenizer.json", [["<pad>", 0.0], ["</s>", 0.0], ["<unk>", 0.0], *pieces[3:]], 2, charsmap,
          [{"type": "Strip", "strip_left": False, "strip_right": True}, {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": "▁"}], metaspace,
          [added(i, content) for i, content in enumerate(["<pad>", "</s>", "<unk>"])])
    fallback = learn(folder, vocab_size=500, character_coverage=0.98, byte_fallback=True)
    write("unigram-bytes-tokenizer.json", [[piece.piece, piece.score] for piece in fallback.pieces], 0, fallback.normalizer_spec.precompiled_charsmap,
          [], {**metaspace, "prepend_scheme": "first", "split": False}, [], True)
