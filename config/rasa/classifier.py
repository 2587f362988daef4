"""Rasa's intent classifier: kernel ridge regression, one intent against the rest. Runs in Rasa's environment.

Chosen by measurement over Rasa's own two (docs/decisions/0003): better on sentences about new situations, trained in seconds instead of
minutes, the same model every time, and plain arrays instead of stored objects, which also start faster. Annotations and argument names
are Rasa's interface.
"""

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.linalg import cho_factor, cho_solve

_SHOWN = 3


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class KernelClassifier(IntentClassifier, GraphComponent):
    """Scores a message by its nearness (Gaussian kernel) to every training example; a softmax makes the scores a confidence."""

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, learned: dict[str, np.ndarray]) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._learned = learned

    @classmethod
    def required_components(cls) -> list[type]:
        """Features must have been set before."""
        return [DenseFeaturizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`gamma` is the kernel's width, `ridge` how much is smoothed, `sharpness` makes the confidence as large as it is right."""
        return {"gamma": 0.5, "ridge": 0.05, "sharpness": 6.0}

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> "KernelClassifier":
        """An untrained classifier."""
        return cls(config, model_storage, resource, {})

    @classmethod
    def load(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext, **kwargs: Any
    ) -> "KernelClassifier":
        """The trained classifier of a model archive."""
        with model_storage.read_from(resource) as folder, np.load(folder / "classifier.npz", allow_pickle=False) as stored:
            learned = {name: stored[name] for name in stored.files}
        learned["features"] = learned["features"].astype(np.float32)
        learned["lengths"] = (learned["features"] ** 2).sum(axis=1)
        return cls(config, model_storage, resource, learned)

    def train(self, training_data: TrainingData) -> Resource:
        """Solve for the weight of every example. Rare intents count as much as common ones."""
        examples = [message for message in training_data.intent_examples if message.get(TEXT)]
        features = np.stack([_sentence(message) for message in examples])
        # Half precision is what travels from the application, too.
        features = features.astype(np.float16).astype(np.float32)
        lengths = (features**2).sum(axis=1)
        kernel = _kernel(self._config["gamma"], lengths[:, None] + lengths[None] - 2 * features @ features.T)
        intents, which, counts = np.unique([message.get(INTENT) for message in examples], return_inverse=True, return_counts=True)
        weights, bias = _solved(kernel, which, counts, self._config["ridge"])
        self._learned = {"features": features, "lengths": lengths, "weights": weights, "bias": bias, "intents": intents}
        stored = {"features": features.astype(np.float16), "weights": weights, "bias": bias, "intents": intents}
        with self._model_storage.write_to(self._resource) as folder:
            np.savez(folder / "classifier.npz", **stored)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent and ranking; no intent at all when the features say nothing."""
        for message in messages:
            features = _sentence(message)
            ranking = self._ranking(features) if features is not None and features.any() else []
            message.set(INTENT, ranking[0] if ranking else {"name": None, "confidence": 0.0}, add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages

    def _ranking(self, features: np.ndarray) -> list[dict[str, Any]]:
        learned = self._learned
        near = _kernel(self._config["gamma"], (features**2).sum() + learned["lengths"] - 2 * (learned["features"] @ features))
        scores = (near @ learned["weights"] + learned["bias"]) * self._config["sharpness"]
        confidence = np.exp(scores - scores.max())
        confidence /= confidence.sum()
        best = np.argsort(-confidence)[:_SHOWN]
        return [{"name": str(learned["intents"][each]), "confidence": float(confidence[each])} for each in best]


def _kernel(gamma: float, squared_distance: np.ndarray) -> np.ndarray:
    return np.exp(-gamma * np.maximum(squared_distance, 0))


def _sentence(message: Message) -> np.ndarray | None:
    _, sentence = message.get_dense_features(TEXT)
    return None if sentence is None else sentence.features[0]


def _solved(kernel: np.ndarray, which: np.ndarray, counts: np.ndarray, ridge: float) -> tuple[np.ndarray, np.ndarray]:
    """Weights (examples by intents) and bias of the ridge regression on targets +1 and -1, with a constant term."""
    rows = len(which)
    targets = np.where(np.arange(len(counts))[None] == which[:, None], 1.0, -1.0)
    matrix = kernel.astype(np.float64)
    # The smaller an intent's share, the less its examples are smoothed away.
    matrix[np.diag_indices(rows)] += ridge * len(counts) * counts[which] / rows
    factor = cho_factor(matrix, lower=True, overwrite_a=True, check_finite=False)
    solution = cho_solve(factor, np.hstack([np.ones((rows, 1)), targets]), check_finite=False)
    ones, plain = solution[:, 0], solution[:, 1:]
    bias = plain.sum(axis=0) / ones.sum()
    return (plain - np.outer(ones, bias)).astype(np.float32), bias.astype(np.float32)
