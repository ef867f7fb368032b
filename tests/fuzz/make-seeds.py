#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-seeds.py: makes those seeds of the fuzz targets that are parts of files of tests/data, or of no format that another
program writes. Run it here after those files have changed; the seeds that were found by fuzzing are left alone."""

import io
import pathlib
import struct
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parent / 'data'


def write(target, name, content):
    folder = HERE / 'seeds' / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def make_pickles():
    for path in sorted((DATA / 'formats' / 'tensors').glob('*.pth')):
        if not zipfile.is_zipfile(path):
            continue
        with zipfile.ZipFile(path) as archive:
            name = next(n for n in archive.namelist() if n.endswith('data.pkl'))
            pickle = archive.read(name)
        write('torch', path.stem, pickle)
    for name in ('small.kv', 'old.kv', 'fortran.kv'):
        write('pickle', name.split('.')[0], (DATA / 'formats' / 'gensim' / name).read_bytes())
    lines = (DATA / 'formats' / 'pickles' / 'pickles.tsv').read_text().splitlines()
    for i, line in enumerate(line for line in lines if len(line) < 400):
        if i % 40 == 0:
            write('pickle', f'value-{i}', bytes.fromhex(line.split('\t')[0]))


def align(place):
    return (place + 63) // 64 * 64


def make_cache(n_rows, dim):
    words = b''.join(b'w%d\0' % i for i in range(n_rows))
    starts = [0]
    for i in range(n_rows):
        starts.append(starts[-1] + len(b'w%d\0' % i))
    sections = [struct.pack(f'{n_rows * dim}f', *range(n_rows * dim)), struct.pack(f'{n_rows}d', *[1.0] * n_rows),
                struct.pack(f'{n_rows + 1}Q', *starts), words, b'glove-text\0none\0']
    header = b'SemaCach' + struct.pack('<II', 1, 0x01020304) + struct.pack('<QqqQ', 5, 0, 0, 0) + struct.pack('<QQ', n_rows, dim)
    header += struct.pack('<5Q', *map(len, sections)) + bytes(8 * 5) + bytes(8)
    file = header
    for section in sections:
        file = file.ljust(align(len(file)), b'\0') + section
    return file.ljust(align(len(file)), b'\0')


SESSION = '''{"semascope-session": 1, "vectors-file": "file:///a.txt", "vectors-name": "a", "vectors-size": 100, "first-words": 10,
"words": ["king", "queen", {"bytes": "/w=="}], "groups": [{"name": "royal", "words": ["lord"]}], "analogies": [["a", "b", "c"]],
"cluster-names": [{"anchor": "king", "name": "rulers"}], "questions": [{"name": "alive", "yes": ["cat"], "no": ["stone"]}],
"axes": ["alive", "alive"], "vectors": "unit", "clusters": 3, "colour-by": "groups", "title": "t", "focus": "king",
"camera": {"x": 1, "y": -2.5, "scale": 3e2, "width": 4, "height": 5}, "view": "compare",
"layer": {"vocab": 4, "dim": 3, "seed": 7, "init": "normal", "ids": "1, 2", "as-points": true, "one-hot": false}}'''


def make_texts():
    vocab = '{"a": 0, "b": 1, "c": 2, "ab": 3, "\\u0120": 4, "\\u0120a": 5, "abc": 6}\n'
    write('gpt2-files', 'small', vocab + '#version: 0.2\na b\n\u0120 a\nab c\n')
    real = (DATA / 'tokens' / 'gpt2-small-vocab.json').read_bytes() + b'\n' + (DATA / 'tokens' / 'gpt2-small-merges.txt').read_bytes()
    write('gpt2-files', 'gpt2-small', real)
    write('session-state', 'all', SESSION)
    write('session-state', 'little', '{"semascope-session":1,"words":["king","mango"]}')
    write('typed', 'expression', 'king - man + 0.5 * "New York" - -2*\u201cx\u201d')
    write('typed', 'question', 'edible: food fruit / metal wood')
    write('typed', 'ids', '2, 3, 5, 1 999')
    write('text', 'plain', "It's a text <mask> [MASK] <|endoftext|> of 1234 words\r\n\n  e\u0301 \u4e2d\u6587 \U0001f600\u200d don'LL")
    write('text', 'not-unicode', b'\xff\xc3 \xed\xa0\x80 \xf4\x90\x80\x80 a\0b')
    write('word-list', 'groups', '\ufeffking\r\nqueen\n# royal\nlord\n# \nx\n')
    write('json', 'all', '[{"a": [1, -2.5e3, true, false, null, "\\ud83d\\ude00\\n\\u0000"], "": {}}, [], 1E-400, 18446744073709551616]')
    write('tokenizer-json', 'small', TOKENIZER)
    write('tokenizer-json', 'word-piece', WORD_PIECE)
    write('tiktoken', 'small', 'IQ== 0\nIg== 1\nISI= 2\n')
    write('word-piece', 'small', '[UNK]\n[CLS]\na\nb\n##c\n##b\n')
    write('evaluation', 'questions', ': a\nman king woman queen\n: b\na b c\n')
    write('evaluation', 'pairs', '# c\nking\tqueen\t9.5\ra\tb\tc\r\n')
    write('word2vec-text', 'small', '2 3\nking 1 -2.5 3e-1\nqueen nan inf 0x1p3\n')
    write('glove-text', 'small', 'king 1 -2.5 3e-1\nqueen 4 5 6\n')
    write('word2vec-mapped', 'many', b'20 2\n' + b''.join(b'king%d ' % i + struct.pack('<2f', i, 2) + b'\n' for i in range(20)))
    write('word2vec-binary', 'small', b'2 2\nking ' + struct.pack('<2f', 1, 2) + b'\nqueen ' + struct.pack('<2f', 3, 4) + b'\n')


TOKENIZER = ('{"version": "1.0", "added_tokens": [{"id": 5, "content": "<m>", "single_word": false, "lstrip": true, "rstrip": false, '
             '"normalized": false, "special": true}], "normalizer": {"type": "NFC"}, "pre_tokenizer": {"type": "ByteLevel", '
             '"add_prefix_space": false, "use_regex": true}, "post_processor": null, "decoder": {"type": "ByteLevel"}, "model": '
             '{"type": "BPE", "vocab": {"a": 0, "b": 1, "c": 2, "ab": 3, "abc": 4}, "merges": [["a", "b"], "ab c"]}}')
WORD_PIECE = ('{"added_tokens": [{"id": 0, "content": "[UNK]"}], "normalizer": {"type": "BertNormalizer", "clean_text": true, '
              '"handle_chinese_chars": true, "strip_accents": null, "lowercase": true}, "pre_tokenizer": {"type": '
              '"BertPreTokenizer"}, "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", '
              '"max_input_chars_per_word": 100, "vocab": {"[UNK]": 0, "a": 1, "##b": 2}}}')


def make_zip():
    content = io.BytesIO()
    with zipfile.ZipFile(content, 'w', zipfile.ZIP_STORED) as archive:
        archive.writestr(zipfile.ZipInfo('a.txt'), 'king 1 2\nqueen 3 4\n')
        archive.writestr(zipfile.ZipInfo('b/c.bin'), b'1 1\nx ' + struct.pack('<f', 1))
    write('archive', 'stored', content.getvalue())


make_pickles()
make_zip()
write('cache', 'small', make_cache(3, 2))
make_texts()
