"""Rasa's intent classifier: a network with one hidden layer on sentence vectors. Runs in Rasa's environment.

Chosen by measurement (docs/decisions/0012): as right as a kernel machine on all examples, which would need 13 GB for thirty thousand of
them. Trained with Keras, which Rasa brings; kept as plain arrays and computed with NumPy, which starts faster and gives the same numbers
everywhere. Annotations and argument names are Rasa's interface.
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

_SHOWN = 3


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class NetworkClassifier(IntentClassifier, GraphComponent):
    """Scores a message for every intent; a softmax makes the scores a confidence."""

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
        """`scale` multiplies the features, whose length is about 1.2; `smoothing` keeps the network from being too sure."""
        return {"hidden": 768, "epochs": 15, "batch": 128, "scale": 8.0, "smoothing": 0.1, "dropout": 0.5, "input_dropout": 0.15, "seed": 5}

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> "NetworkClassifier":
        """An untrained classifier."""
        return cls(config, model_storage, resource, {})

    @classmethod
    def load(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext, **kwargs: Any
    ) -> "NetworkClassifier":
        """The trained classifier of a model archive."""
        with model_storage.read_from(resource) as folder, np.load(folder / "classifier.npz", allow_pickle=False) as stored:
            return cls(config, model_storage, resource, {name: stored[name] for name in stored.files})

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the network. Rare intents count nearly as much as common ones."""
        examples = [message for message in training_data.intent_examples if message.get(TEXT)]
        # Half precision is what travels from the application, too.
        features = np.stack([_sentence(message) for message in examples]).astype(np.float16).astype(np.float32)
        intents, which, counts = np.unique([message.get(INTENT) for message in examples], return_inverse=True, return_counts=True)
        weights = np.sqrt(counts.mean() / counts[which])
        self._learned = {**_fitted(features * self._config["scale"], which, weights, len(intents), self._config), "intents": intents}
        with self._model_storage.write_to(self._resource) as folder:
            np.savez(folder / "classifier.npz", **self._learned)
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
        hidden = np.maximum(features * self._config["scale"] @ learned["hidden"] + learned["hidden_bias"], 0)
        scores = hidden @ learned["output"] + learned["output_bias"]
        confidence = np.exp(scores - scores.max())
        confidence /= confidence.sum()
        best = np.argsort(-confidence)[:_SHOWN]
        return [{"name": str(learned["intents"][each]), "confidence": float(confidence[each])} for each in best]


def _sentence(message: Message) -> np.ndarray | None:
    _, sentence = message.get_dense_features(TEXT)
    return None if sentence is None else sentence.features[0]


def _fitted(features: np.ndarray, which: np.ndarray, weights: np.ndarray, intents: int, config: dict[str, Any]) -> dict[str, np.ndarray]:
    """The weights of the two layers."""
    # Loading TensorFlow takes seconds, and a server that only answers does not need it.
    import tensorflow as tf
    from tensorflow import keras

    keras.utils.set_random_seed(config["seed"])
    tf.config.experimental.enable_op_determinism()
    network = keras.Sequential([
        keras.layers.Input((features.shape[1],)),
        keras.layers.Dropout(config["input_dropout"]),
        keras.layers.Dense(config["hidden"], activation="relu", kernel_initializer="he_normal"),
        keras.layers.Dropout(config["dropout"]),
        keras.layers.Dense(intents),
    ])  # fmt: skip
    steps = config["epochs"] * -(-len(features) // config["batch"])
    network.compile(
        optimizer=keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(1e-3, steps), weight_decay=1e-3),
        loss=keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=config["smoothing"]),
    )
    targets = np.eye(intents, dtype=np.float32)[which]
    network.fit(features, targets, sample_weight=weights, batch_size=config["batch"], epochs=config["epochs"], verbose=0)
    hidden, hidden_bias, output, output_bias = network.get_weights()
    return {"hidden": hidden, "hidden_bias": hidden_bias, "output": output, "output_bias": output_bias}
