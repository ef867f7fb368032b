# SPDX-License-Identifier: GPL-3.0-or-later
"""What others do with the same files. The first three are whole processes, the others say "ready" and then answer.

theirs.py load FILE | similar FILE WORD | pca FILE          gensim opens; opens and answers; scikit-learn, in milliseconds
theirs.py answer-gensim FILE | answer-faiss FILE            for each line "search ROW" the milliseconds of the ten nearest
gensim also answers "evaluate METHOD N FILE": the analogies of a file, by “add” or “mul”, in the first N words.
"""

import sys
import time


def load(path):
    """As gensim's own users open it. Words that are no UTF-8 would be an error without the last argument."""
    from gensim.models import KeyedVectors

    if path.endswith((".bin", ".bin.gz")):
        return KeyedVectors.load_word2vec_format(path, binary=True, unicode_errors="replace")
    return KeyedVectors.load_word2vec_format(path, no_header=not path.endswith(".w2v.txt"))


def answer(search, **others):
    """search takes a row, others what stands behind their name."""
    print("ready", flush=True)
    for line in sys.stdin:
        name, arguments = line.rstrip("\n").split(" ", 1)
        start = time.perf_counter()
        if name == "search":
            search(int(arguments))
        else:
            others[name](arguments)
        print("%.3f" % ((time.perf_counter() - start) * 1000), flush=True)


def first_by_multiplying(vectors, n):
    """gensim does not look at its similarity_function, and 3CosMul not at restrict_vocab."""
    from gensim.models import KeyedVectors

    class ByMultiplying(KeyedVectors):
        def most_similar(self, positive=None, negative=None, topn=10, **_):
            return self.most_similar_cosmul(positive=positive, negative=negative, topn=topn)

    some = ByMultiplying(vectors.vector_size)
    some.add_vectors(vectors.index_to_key[:n], vectors.vectors[:n])
    return some


def answer_gensim(path):
    import warnings

    warnings.simplefilter("ignore", DeprecationWarning)
    vectors = load(path)
    vectors.fill_norms()
    by_multiplying = {}

    def evaluate(arguments):
        method, n, questions = arguments.split(" ", 2)
        if method == "mul" and n not in by_multiplying:
            by_multiplying[n] = first_by_multiplying(vectors, int(n))
        (by_multiplying[n] if method == "mul" else vectors).evaluate_word_analogies(questions, restrict_vocab=int(n))

    answer(lambda row: vectors.most_similar(vectors.index_to_key[row % len(vectors)], topn=10), evaluate=evaluate)


def answer_faiss(path):
    import faiss

    vectors = load(path).get_normed_vectors()
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)
    answer(lambda row: index.search(vectors[row % len(vectors)].reshape(1, -1), 11))


def pca(path):
    """Of all unit vectors, as Semascope makes its map."""
    from sklearn.decomposition import PCA

    vectors = load(path).get_normed_vectors()
    start = time.perf_counter()
    PCA(n_components=2).fit_transform(vectors)
    print("%.3f" % ((time.perf_counter() - start) * 1000))


def similar(path, word):
    load(path).most_similar(word, topn=10)


if __name__ == "__main__":
    functions = {"load": load, "similar": similar, "pca": pca, "answer-gensim": answer_gensim, "answer-faiss": answer_faiss}
    functions[sys.argv[1]](*sys.argv[2:])
