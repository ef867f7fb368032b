#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what evaluations are tested with, and asks gensim for the counts and correlations of it.

    make-evaluation.py SAMPLE

SAMPLE is data/samples/GloVe-sample-rounded.bin.gz. Writes, in this folder:

    sample.questions   analogies of words of the sample, with odd lines between them
    sample.tsv         word pairs, each with a score of how alike they seem to one person, with odd lines between them
    variants.txt       vectors of words in several cases, some of them twice
    variants.questions, variants.tsv    questions and pairs of those, in any case
    expected.json      what gensim says of them

gensim 4.2 takes similarity_function and does not look at it: every count is by 3CosAdd. So for 3CosMul most_similar() is replaced
here, and since most_similar_cosmul() does not restrict what it searches, it gets vectors that have no more words. Run with
gensim 4.2.0, numpy 1.24.2 and scipy 1.10.1 (Debian 12); everything is the same each time.
"""
import itertools
import json
import random
import sys
import unittest.mock

import numpy
from gensim.models import KeyedVectors, keyedvectors
from scipy.stats import spearmanr

SECTIONS = {
    "capitals": """paris france, berlin germany, rome italy, madrid spain, tokyo japan, cairo egypt, athens greece, moscow russia,
        beijing china, vienna austria""",
    "people of a country": "france french, germany german, italy italian, spain spanish, japan japanese, china chinese, russia russian, greece greek, ireland irish",
    "one and many": "dog dogs, cat cats, tree trees, bird birds, flower flowers, book books, child children, mouse mice, woman women, city cities",
    "comparatives": "big bigger, small smaller, fast faster, strong stronger, cheap cheaper, old older, young younger, high higher, good better",
    "superlatives": "big biggest, small smallest, fast fastest, strong strongest, old oldest, high highest, long longest, bad worst",
    "the past": "walk walked, play played, go went, see saw, take took, write wrote, run ran, give gave, find found, speak spoke",
    "men and women": "man woman, king queen, boy girl, father mother, brother sister, uncle aunt, son daughter, prince princess, actor actress",
    "opposites: un-": "happy unhappy, known unknown, likely unlikely, able unable, certain uncertain, fair unfair, usual unusual",
}
# Where they stand does not matter: they count as nothing, or as skipped.
ODD = ["", "   ", "three words only", "five words are too many", ":no-blank", "# four words here", "Paris  FRANCE\tberlin\u00a0GerMany",
       "paris france berlin zzzzxq", "zzzzxq france berlin germany", "paris france paris france", "king king king king", "ß ſ ŉ ﬁ", "\x1cking\x1dqueen\x1eman\x1fwoman"]

PAIRS = """king queen 8.5, king cabbage 0.5, cat dog 7, cat kitten 8.8, dog puppy 9, car train 6.2, car automobile 9.8, coast shore 9.4,
journey voyage 9.3, boy lad 8.9, bird cock 6.8, bird crane 6.2, tool implement 8, brother monk 4.2, lad brother 4.8, crane implement 2.1,
journey car 5.3, monk oracle 3.1, food rooster 3, coast hill 3.4, forest graveyard 1.9, shore woodland 2.2, monk slave 1.4, coast forest 2.9,
lad wizard 1.3, chord smile 0.4, glass magician 1.1, noon string 0.3, rooster voyage 0.2, tea coffee 7.6, sun moon 7, bread butter 6.5,
music song 8.1, music silence 4.5, doctor nurse 7.4, doctor hospital 7, professor student 6.9, professor cucumber 0.3, river water 7.3,
river bank 5.5, money bank 8.3, money cash 9.1, gold silver 7.6, gold iron 5.4, stone rock 8.6, rock music 5.8, paper pen 5.9, paper tree 4.4,
fire water 4.9, fire smoke 7.5, ship boat 8.8, ship sea 6.6, house home 8.9, house window 5.1, day night 6.8, winter summer 6.9, winter snow 7.7,
war peace 5.6, war army 7.4, love hate 5.2, love marriage 6.7, computer keyboard 7.2, computer apple 4.7, fruit apple 7.7, fruit mango 7.9,
horse cow 6.1, horse saddle 6.3, lion tiger 8, lion zebra 5.9, teacher school 7.8, law justice 7.7, law lemon 0.6"""
ODD_PAIRS = ["", "# a comment\twith\t3", " ", "king queen 5", "king\tqueen", "king\tqueen\tfive", "king\tqueen\t5\t6", "King \tqueen\t5", "zzzzxq\tking\t4", "KING\tQueen\t8.5\r",
             "a\tb\t1,5", "king\tking\t10\rqueen\tprincess\t.8e1\rman\tzzzzxq\t0"]


def write(name, lines):
    with open(name, "w", encoding="utf-8", newline="") as file:
        file.write("".join(line + "\n" for line in lines))


def split(text):
    return [" ".join(part.split()) for part in text.split(",")]


def make_questions(choose):
    lines = []
    for name, pairs in SECTIONS.items():
        lines.append(": " + name)
        lines += [" ".join(two) for two in itertools.permutations(split(pairs), 2)]
    for line in ODD:
        lines.insert(choose.randrange(1, len(lines) + 1), line)
    return lines + [": nothing", ":  : in words that nobody has ", "zzzzxq zzzzxr zzzzxs zzzzxt", ": capitals", "rome italy tokyo japan\r"]


def make_pairs(choose):
    lines = [pair.replace(" ", "\t") for pair in split(PAIRS)]
    for line in ODD_PAIRS:
        lines.insert(choose.randrange(len(lines) + 1), line)
    return lines


def in_some_case(choose, word):
    return "".join(choose.choice((letter.lower(), letter.upper())) for letter in word)


def make_variants(choose):
    """Words with the same letters have nearly the same vectors, so that the first answers are often words of the question."""
    words = ["".join(choose.choice("bdgklmnprst") + choose.choice("aeiouäéßſ") for _ in range(2)) for _ in range(45)]
    rows = []
    for word in words:
        centre = [choose.gauss(0, 1) for _ in range(6)]
        for _ in range(choose.randrange(1, 8)):
            rows.append((in_some_case(choose, word), [number + choose.gauss(0, 0.05) for number in centre]))
    choose.shuffle(rows)
    rows += [(rows[i][0], [choose.gauss(0, 1) for _ in range(6)]) for i in range(10)]
    rows.insert(20, (rows[3][0], [choose.gauss(0, 1) for _ in range(6)]))
    return ["%d 6" % len(rows)] + [" ".join([word] + ["%.5f" % number for number in numbers]) for word, numbers in rows]


def make_variants_questions(choose, vectors):
    lines = [": variants"]
    while len(lines) < 500:
        asked = [choose.choice(vectors.index_to_key) for _ in range(3)]
        if choose.random() < 0.3:
            asked[2] = in_some_case(choose, asked[choose.randrange(2)])
        known = [word for word in asked if word in vectors]
        answers = [word for word, _ in vectors.most_similar(known, topn=8)] + asked
        lines.append(" ".join(in_some_case(choose, word) for word in [*asked, choose.choice(answers)]))
        if len(lines) % 150 == 0:
            lines.append(": more")
    return lines


def make_variants_pairs(choose, vectors):
    """Of different words: the cosine of a word with itself is one, and gensim's rounding of it makes ranks of that."""
    pairs = [(a, b) for a, b in (choose.sample(vectors.index_to_key, 2) for _ in range(200)) if a.upper() != b.upper()]
    return ["%s\t%s\t%d" % (in_some_case(choose, a), in_some_case(choose, b), round(5 * vectors.similarity(a, b) + choose.gauss(0, 2))) for a, b in pairs]


class ByMultiplying(KeyedVectors):
    def most_similar(self, positive=None, negative=None, topn=10, restrict_vocab=None, **_):
        return self.most_similar_cosmul(positive=positive, negative=negative, topn=topn)


def count(vectors, path, restrict):
    sections = vectors.evaluate_word_analogies(path, restrict_vocab=restrict)[1]
    everything = vectors.evaluate_word_analogies(path, restrict_vocab=restrict, dummy4unknown=True)[1]
    return [[one["section"], len(one["correct"]), len(one["incorrect"]), len(all_["incorrect"]) - len(one["incorrect"])]
            for one, all_ in zip(sections, everything)]


def correlate(vectors, path, restrict):
    """Pearson's and Spearman's coefficients, the pairs and those missing; gensim says only the share of these."""
    lengths = []
    with unittest.mock.patch.object(keyedvectors.stats, "spearmanr", lambda x, y: lengths.append(len(x)) or spearmanr(x, y)):
        pearson, spearman, share = vectors.evaluate_word_pairs(path, restrict_vocab=restrict)
    missing = lengths[0] * share / (100 - share)
    assert abs(missing - round(missing)) < 1e-6
    return [float(pearson[0]), float(spearman[0]), lengths[0], round(missing)]


def ask(vectors, multiplying, questions, pairs, restrictions):
    answers = {"analogies": [], "pairs": []}
    for restrict in restrictions:
        answers["analogies"].append({"restrict": restrict, "method": "add", "sections": count(vectors, questions, restrict)})
        answers["analogies"].append({"restrict": restrict, "method": "mul", "sections": count(multiplying(restrict), questions, restrict)})
        answers["pairs"].append({"restrict": restrict, "correlations": correlate(vectors, pairs, restrict)})
    return answers


def load_with_repeats(path):
    """Where a word is repeated, gensim leaves room at the end for which there is no word, and fails when it is evaluated."""
    vectors = KeyedVectors.load_word2vec_format(path)
    vectors.index_to_key = [word for word in vectors.index_to_key if word is not None]
    vectors.vectors = vectors.vectors[:len(vectors.index_to_key)]
    return vectors


def main(sample):
    choose = random.Random(1)
    write("sample.questions", make_questions(choose))
    write("sample.tsv", make_pairs(choose))
    write("variants.txt", make_variants(choose))
    variants = load_with_repeats("variants.txt")
    write("variants.questions", make_variants_questions(choose, variants))
    write("variants.tsv", make_variants_pairs(choose, variants))
    vectors = KeyedVectors.load_word2vec_format(sample, binary=True)
    expected = {
        "sample": ask(vectors, lambda n: ByMultiplying.load_word2vec_format(sample, binary=True, limit=n),
                      "sample.questions", "sample.tsv", [300000, 20000, 5000]),
        "variants": ask(variants, lambda n: first_words(variants, n), "variants.questions", "variants.tsv", [300000, 120, 40]),
    }
    with open("expected.json", "w", encoding="utf-8") as file:
        json.dump(expected, file, indent=1, ensure_ascii=False)
        file.write("\n")


def first_words(vectors, n):
    """load_word2vec_format() counts repeated words in its limit, evaluate_word_analogies() does not."""
    some = ByMultiplying(vectors.vector_size)
    some.add_vectors(vectors.index_to_key[:n], vectors.vectors[:n].astype(numpy.float32))
    return some


if __name__ == "__main__":
    main(*sys.argv[1:])
