"""A faster tok2vec for use: what spaCy computes for every token anew is looked up by the token's features.

A token's embedding depends on its features alone (norm, prefix, suffix, shape and so on), and so do the products
that the first convolution adds up for it and its neighbours. Both are computed once for each combination of features
and remembered: a known word costs a copy, and the first of the layers costs no product of matrices.

The numbers are those of spaCy's `Tok2Vec` over `MultiHashEmbed` and `MaxoutWindowEncoder`, but for the order of float
sums. What is remembered is computed one token at a time: in a product of matrices a row's last digits depend on its
place among the others, and what is remembered must not depend on the texts read before.
"""
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from thinc.api import Model, Ops

Floats = NDArray[np.float32]

CHUNK = 400          # tokens, at least, that go through the layers together: their sums fit the processor's cache
REMEMBERED = 12_000  # words at most: 32 MB at width 96 with one neighbour on each side, 51 MB with two


def parameter(layer: "Model[Any, Any]", name: str) -> Floats:
    """A layer's parameter as a plain array."""
    return np.asarray(layer.get_param(name), dtype=np.float32)


class Maxout:
    """A maxout layer with layer norm, its pieces side by side so that numpy can take their maximum in one go."""

    def __init__(self, maxout: "Model[Any, Any]", norm: "Model[Any, Any]") -> None:
        weights = parameter(maxout, "W")                      # width × pieces × inputs
        self.width, self.pieces, inputs = weights.shape
        self.weights: Floats = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, inputs).T)
        self.bias: Floats = np.ascontiguousarray(parameter(maxout, "b").T.reshape(-1))
        self.gain = parameter(norm, "G")
        self.shift = parameter(norm, "b")

    def activate(self, sums: Floats) -> Floats:
        """Maximum of the pieces of `sums`, normalised; every row by itself."""
        width = self.width
        out = np.maximum(sums[:, :width], sums[:, width:2 * width])
        for piece in range(2, self.pieces):
            np.maximum(out, sums[:, piece * width:(piece + 1) * width], out=out)
        # einsum sums rows in a third of the time that mean takes for a matrix of this size.
        out -= (np.einsum("ij->i", out) / np.float32(width))[:, None]
        variance = np.einsum("ij,ij->i", out, out) / np.float32(width)
        out *= (1 / np.sqrt(variance + np.float32(1e-8)))[:, None]
        out *= self.gain
        out += self.shift
        return out


class Embedding:
    """Embeddings of tokens by their features, with the first convolution's products."""

    def __init__(self, hash_embeds: "Sequence[Model[Any, Any]]", mix: Maxout, first: Maxout, ops: "Ops") -> None:
        self.mix, self.ops = mix, ops
        width = mix.width
        self.tables: list[tuple[int, int, Floats]] = []
        for number, layer in enumerate(hash_embeds):
            vectors = parameter(layer, "E")
            self.tables.append((layer.attrs["column"], layer.attrs["seed"], vectors @ mix.weights[number * width:(number + 1) * width]))
        # The weights of the neighbours before, the token itself and the neighbours after, side by side.
        self.step, count = first.bias.size, len(first.weights) // width
        parts = [first.weights[place * width:(place + 1) * width] for place in range(count)]
        self.convolution: Floats = np.ascontiguousarray(np.concatenate(parts, axis=1))
        self.bias = first.bias
        self.reach = count // 2
        self.forget()

    def forget(self) -> None:
        """Start with nothing remembered but row 0: a zero vector, for what stands between documents."""
        self.places: dict[bytes, int] = {}
        self.vectors: Floats = np.zeros((256, self.mix.width), dtype=np.float32)
        # A matrix for each part of the convolution. Its bias is in the token's own part.
        self.products: list[Floats] = [np.zeros((256, self.step), dtype=np.float32) for _ in range(2 * self.reach + 1)]
        self.products[self.reach][0] = self.bias

    def find(self, features: NDArray[np.uint64]) -> list[int]:
        """The rows in which embedding and products of the tokens with these features are."""
        keys: list[bytes] = features.view(np.dtype((np.void, features.shape[1] * 8))).ravel().tolist()
        if len(self.places) + len(keys) > REMEMBERED:
            self.forget()
        places: list[Any] = list(map(self.places.get, keys))
        if None in places:
            new = {keys[index]: index for index, place in enumerate(places) if place is None}
            self.learn(list(new), features[list(new.values())])
            return [self.places[key] for key in keys]
        return places

    def learn(self, keys: list[bytes], features: NDArray[np.uint64]) -> None:
        """Compute and remember rows for new features."""
        used, count = len(self.places) + 1, len(keys)
        if used + count > len(self.vectors):
            more = max(count, min(len(self.vectors), REMEMBERED + 1 - len(self.vectors)))
            self.vectors, *self.products = (lengthened(rows, more) for rows in (self.vectors, *self.products))
        vectors = self.mix.activate(self.sums(features))
        products = np.empty((count, self.convolution.shape[1]), dtype=np.float32)
        for row, vector in zip(products, vectors, strict=True):
            np.dot(vector, self.convolution, out=row)
        self.vectors[used:used + count] = vectors
        for place, rows in enumerate(self.products):
            rows[used:used + count] = products[:, place * self.step:(place + 1) * self.step]
        self.products[self.reach][used:used + count] += self.bias
        self.places.update(zip(keys, range(used, used + count), strict=True))

    def convolved(self, rows: NDArray[np.intp]) -> Floats:
        """The first convolution's sums for a sequence of rows: each gets its own product and those of the rows around it."""
        sums: Floats = self.products[self.reach].take(rows, axis=0)
        for distance in range(1, self.reach + 1):
            sums[distance:] += self.products[self.reach - distance].take(rows[:-distance], axis=0)
            sums[:-distance] += self.products[self.reach + distance].take(rows[distance:], axis=0)
        return sums

    def sums(self, features: NDArray[np.uint64]) -> Floats:
        """The embedding's products, added up row by row in one order."""
        total = np.tile(self.mix.bias, (len(features), 1))
        for column, seed, table in self.tables:
            ids: Any = np.ascontiguousarray(features[:, column])
            keys: Any = self.ops.hash(ids, seed) % len(table)
            for number in range(keys.shape[1]):
                total += table[keys[:, number]]
        return total


class Lookup:
    """The tok2vec over documents. As many zero rows as its layers see stand between documents, as in training."""

    def __init__(self, tok2vec: "Model[Any, Any]", ops: "Ops") -> None:
        embed, encode = tok2vec.layers
        extract, _, hashed, mixed, _ = embed.layers
        self.columns: list[Any] = list(extract.attrs["columns"])
        self.layers = [_maxout(node) for node in encode.layers[0].layers]
        self.pad: int = encode.attrs["pad"]
        self.width = self.layers[0].width
        self.embedding = Embedding(_hash_embeds(hashed), _maxout(mixed), self.layers[0], ops)

    def __call__(self, docs: "Sequence[Doc]") -> list[Floats]:
        """One array of vectors for each document."""
        vectors: list[Floats] = []
        chunk: list[Doc] = []
        for doc in docs:
            chunk.append(doc)
            if sum(map(len, chunk)) >= CHUNK:
                vectors += self.encode(chunk)
                chunk = []
        return vectors + self.encode(chunk)

    def encode(self, docs: "Sequence[Doc]") -> list[Floats]:
        """Vectors for documents that go through the layers together."""
        lengths = [len(doc) for doc in docs]
        if not any(lengths):
            return [np.zeros((0, self.width), dtype=np.float32) for _ in docs]
        places = self.embedding.find(np.concatenate([doc.to_array(self.columns) for doc in docs]))
        padded, starts, done = [0] * self.pad, [], 0
        for length in lengths:
            starts.append(len(padded))
            padded += places[done:done + length] + [0] * self.pad
            done += length
        rows = np.array(padded)
        vectors = self.layers[0].activate(self.embedding.convolved(rows))
        vectors += self.embedding.vectors.take(rows, axis=0)
        for layer in self.layers[1:]:
            sums = windows(vectors, self.embedding.reach) @ layer.weights
            sums += layer.bias
            vectors += layer.activate(sums)
        return [vectors[start:start + length] for start, length in zip(starts, lengths, strict=True)]


def lengthened(rows: Floats, more: int) -> Floats:
    """A matrix with zero rows added."""
    return np.concatenate([rows, np.zeros((more, rows.shape[1]), dtype=np.float32)])


def windows(vectors: Floats, reach: int) -> Floats:
    """Every row with so many rows before it and as many after it."""
    count, width = vectors.shape
    made: Floats = np.zeros((count, 2 * reach + 1, width), dtype=np.float32)
    made[:, reach] = vectors
    for distance in range(1, reach + 1):
        made[distance:, reach - distance] = vectors[:-distance]
        made[:-distance, reach + distance] = vectors[distance:]
    return made.reshape(count, (2 * reach + 1) * width)


def _maxout(node: "Model[Any, Any]") -> Maxout:
    """The maxout layer under a node, with its layer norm."""
    found = {layer.name: layer for layer in node.walk()}
    return Maxout(found["maxout"], found["layernorm"])


def _hash_embeds(node: "Model[Any, Any]") -> "list[Model[Any, Any]]":
    """The embedding tables under a node, in the order in which they are put side by side."""
    return [layer for layer in node.walk() if layer.name == "hashembed"]
