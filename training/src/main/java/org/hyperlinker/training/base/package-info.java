/** Pretrained encoders to start from, bundled or in a directory. */
package org.hyperlinker.training.base;
